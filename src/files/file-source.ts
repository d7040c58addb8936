import { closeSync, fstatSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ByteSource } from "../capture/index.js";
import { FileError } from "./file-error.js";
import { messages } from "./messages.js";

/** A file as a source, open until `close`. Throws `FileError` for a missing path or a directory. */
export function fileSource(from: string | URL): ByteSource & { close(): void } {
  const path = typeof from === "string" ? from : fileURLToPath(from);
  const file = open(path);
  return { ...sourceOf(file, basename(path)), close: () => closeSync(file) };
}

/**
 * Standard input as a source. It is kept in a temporary file, removed at once where the system lets an open file
 * go, because frames are read again after the first pass and a pipe has no way back.
 */
export function standardInput(): ByteSource & { close(): void } {
  const folder = mkdtempSync(join(tmpdir(), "voiplab-"));
  const file = openSync(join(folder, "stdin"), "w+");
  const chunk = new Uint8Array(1 << 20);
  for (let got = readPipe(chunk); got > 0; got = readPipe(chunk)) writeSync(file, chunk, 0, got);
  const close = () => {
    closeSync(file);
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...sourceOf(file, "-"), close };
}

function open(path: string): number {
  let file: number;
  try {
    file = openSync(path, "r");
  } catch (error) {
    throw new FileError(messages().cannotOpen(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
  const stat = fstatSync(file);
  if (!stat.isDirectory()) return file;
  closeSync(file);
  throw new FileError(messages().directory(path));
}

function sourceOf(file: number, name: string): ByteSource {
  return {
    name,
    size: fstatSync(file).size,
    read: (position, target) => readSync(file, target, 0, target.length, position),
  };
}

function readPipe(chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw new FileError(messages().cannotOpen("-", code ?? ""));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10); // a terminal or a slow pipe: nothing yet
    }
  }
}
