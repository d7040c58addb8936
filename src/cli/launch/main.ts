#!/usr/bin/env node
import { bundleOf, loadProgram } from "./program.js";

const args = process.argv.slice(2);
const { program } = loadProgram(import.meta.dirname, bundleOf(args[0]));
process.exitCode = await program.run(args);
// left to itself, Node would first wait until what it optimizes meanwhile is done, and then clear its memory
if (process.getActiveResourcesInfo().length === 0) process.exit();
