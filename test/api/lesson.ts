import { readFileSync } from "node:fs";
import { type Capture, openBytes } from "../../src/api/index.js";
import { CAPTURE } from "../goldens/goldens.js";
import { CAPTURE as REBUILT } from "../trame-asterisk/report.js";

let opened: Promise<Capture> | undefined;

/** The capture of the first lesson, opened once a test file. */
export function lesson(): Promise<Capture> {
  opened ??= openBytes(readFileSync(CAPTURE));
  return opened;
}

/** The report's capture, rebuilt. */
export function report(): Promise<Capture> {
  return openBytes(readFileSync(REBUILT));
}
