#!/usr/bin/env node
import { loadProgram } from "./program.js";

const { program } = loadProgram(import.meta.dirname);
process.exitCode = await program.run(process.argv.slice(2));
