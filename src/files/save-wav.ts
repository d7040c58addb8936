import { writeFileSync } from "node:fs";
import { FileError } from "./file-error.js";
import { messages } from "./messages.js";

/**
 * Writes a recording, or the bytes of a WAV file, to a path.
 *
 * @throws FileError where the path cannot be written
 */
export function saveWav(recording: { wav(): Uint8Array } | Uint8Array, path: string): void {
  const bytes = recording instanceof Uint8Array ? recording : recording.wav();
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new FileError(messages().cannotWrite(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
}
