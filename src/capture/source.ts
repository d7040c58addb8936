/**
 * Bytes at positions. The faces give files, tests and browsers give arrays; reading is synchronous so that
 * a million frames cost no promise each.
 */
export interface ByteSource {
  /** How messages call it: a file name, `-`. */
  readonly name: string;
  /** Length in bytes. */
  readonly size: number;
  /** Fills `target` from `position`; returns how many bytes were there, 0 at the end. */
  read(position: number, target: Uint8Array): number;
}

/** An array as a source. */
export function bytesSource(bytes: Uint8Array, name = "bytes"): ByteSource {
  return {
    name,
    size: bytes.length,
    read(position, target) {
      const part = bytes.subarray(position, position + target.length);
      target.set(part);
      return part.length;
    },
  };
}
