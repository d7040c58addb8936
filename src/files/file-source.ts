import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { ByteSource } from "../capture/index.js";
import { FileError } from "./file-error.js";
import { messages } from "./messages.js";
import { copyOfPipe } from "./pipe-copy.js";

/** Bytes of an open file. */
export interface FileSource extends ByteSource {
  close(): void;
}

/** Closes the files of captures that nobody holds any more: a notebook's cell, run again, opens them again. */
const forgotten = new FinalizationRegistry<() => void>((close) => close());

/**
 * A file as a source, open until `close` or until nobody holds it. Throws `FileError` for what cannot be read and for
 * a directory.
 */
export function fileSource(from: string | URL): FileSource {
  const path = typeof from === "string" ? from : fileURLToPath(from);
  const file = open(path);
  const stat = fstatSync(file);
  if (stat.isDirectory()) {
    closeSync(file);
    throw new FileError(messages().directory(path));
  }
  if (!stat.isFIFO()) return sourceOf(file, basename(path), () => closeSync(file));
  try {
    return copied(file, path);
  } finally {
    closeSync(file);
  }
}

/** Standard input as a source. */
export function standardInput(): FileSource {
  return copied(0, "-");
}

function copied(pipe: number, name: string): FileSource {
  const { file, close } = copyOfPipe(pipe, name);
  return sourceOf(file, basename(name), close);
}

function open(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw new FileError(messages().cannotOpen(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
}

function sourceOf(file: number, name: string, closeFile: () => void): FileSource {
  const source: FileSource = {
    name,
    size: fstatSync(file).size,
    read: (position, target) => readSync(file, target, 0, target.length, position),
    close() {
      forgotten.unregister(source);
      closeFile();
    },
  };
  forgotten.register(source, closeFile, source);
  return source;
}
