import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FileError } from "./file-error.js";
import { messages } from "./messages.js";

const CHUNK = 1 << 20;

/** Milliseconds to wait for a pipe that has nothing yet. */
const PATIENCE = 10;

/**
 * A copy of all that comes out of a pipe, in a temporary file, because frames are read again after the first pass and
 * a pipe has no way back. Throws `FileError`.
 *
 * @param name what messages call the pipe
 */
export function copyOfPipe(pipe: number, name: string): { file: number; close(): void } {
  const folder = temporaryFolder();
  const file = openSync(join(folder, "copy"), "w+");
  // no name leads to the file from now on, so it is gone with its last user, however that one ends
  const removed = remove(folder);
  const close = () => {
    closeSync(file);
    if (!removed) remove(folder);
  };
  try {
    const chunk = new Uint8Array(CHUNK);
    for (let got = read(pipe, chunk, name); got > 0; got = read(pipe, chunk, name)) {
      write(file, chunk.subarray(0, got));
    }
    return { file, close };
  } catch (error) {
    close();
    throw error;
  }
}

function temporaryFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), "voiplab-"));
  } catch (error) {
    throw new FileError(messages().cannotWrite(tmpdir(), codeOf(error)));
  }
}

/** False where the system does not let an open file go. */
function remove(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

function read(pipe: number, chunk: Uint8Array, name: string): number {
  for (;;) {
    try {
      return readSync(pipe, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = codeOf(error);
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw new FileError(messages().cannotOpen(name, code));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  }
}

function write(file: number, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw new FileError(messages().cannotWrite(tmpdir(), codeOf(error)));
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}
