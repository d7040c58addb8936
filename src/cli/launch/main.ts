#!/usr/bin/env node
import { bundleOf, loadProgram } from "./program.js";

const args = process.argv.slice(2);
const { program } = loadProgram(import.meta.dirname, bundleOf(args[0]));
process.exitCode = await program.run(args);
