/** Thrown where a file cannot be read or written; the message is one clear sentence. */
export class FileError extends Error {
  override readonly name = "FileError";
}
