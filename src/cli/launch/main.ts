#!/usr/bin/env node
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProgram } from "./program.js";

const { program } = loadProgram(dirname(fileURLToPath(import.meta.url)));
process.exitCode = await program.run(process.argv.slice(2));
