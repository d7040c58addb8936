import { closeSync, openSync, writeFileSync } from "node:fs";
import { type Sound, wavPieces } from "../audio/index.js";
import { FileError } from "./file-error.js";
import { messages } from "./messages.js";

/**
 * Writes a recording, or the bytes of a WAV file, to a path.
 *
 * @throws FileError where the path cannot be written
 * @throws RangeError above 4 GiB, which WAV cannot hold
 */
export function saveWav(recording: { readonly sound: Sound } | Uint8Array, path: string): void {
  const pieces = recording instanceof Uint8Array ? [recording] : wavPieces(recording.sound);
  try {
    const file = openSync(path, "w");
    try {
      for (const piece of pieces) writeFileSync(file, piece);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new FileError(messages().cannotWrite(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
}
