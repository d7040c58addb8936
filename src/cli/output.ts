import { writeSync } from "node:fs";
import { visibleLine } from "../display/visible.js";

const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;

/**
 * Writes text, or bytes of UTF-8, to standard output at once, whole, also into a slow pipe. A closed pipe ends the
 * command quietly.
 */
export function print(piece: string | Uint8Array): void {
  write(STANDARD_OUTPUT, piece);
}

/** One line on standard error, in the command's name; nothing where nobody reads it any more. */
export function complain(text: string): void {
  write(STANDARD_ERROR, `voiplab: ${visibleLine(text)}\n`);
}

function write(file: number, piece: string | Uint8Array): void {
  const bytes = typeof piece === "string" ? new TextEncoder().encode(piece) : piece;
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EPIPE" && file === STANDARD_ERROR) return;
      if (code === "EPIPE") process.exit(0);
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // the reader is behind: let it catch up
    }
  }
}
