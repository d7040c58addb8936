/** Bytes `[start, end)`, counted from the first byte of the message. */
export interface ByteRange {
  start: number;
  end: number;
}
