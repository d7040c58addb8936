/** Thrown where a file cannot be read; the message is one clear sentence. */
export class CannotRead extends Error {
  override readonly name = "CannotRead";
}
