import { readFileSync } from "node:fs";
import { type Capture, openBytes } from "../../src/api/index.js";
import { CAPTURE } from "../goldens/goldens.js";

let opened: Promise<Capture> | undefined;

/** The capture of the first lesson, opened once a test file. */
export function lesson(): Promise<Capture> {
  opened ??= openBytes(readFileSync(CAPTURE));
  return opened;
}
