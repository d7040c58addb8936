import { mkdirSync } from "node:fs";
import { FileError } from "./file-error.js";
import { messages } from "./messages.js";

/** Makes a folder, with those above it, where it is not there. Throws `FileError`. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new FileError(messages().cannotWrite(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
}
