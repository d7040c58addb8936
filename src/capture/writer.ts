/** A frame to write. */
export interface FrameToWrite {
  /** Nanoseconds since 1970-01-01 UTC; what the capture's resolution cannot hold is cut. */
  time: bigint;
  bytes: Uint8Array;
  /** Length on the wire; by default that of `bytes`. */
  length?: number;
}

/** Makes the bytes of a capture piece by piece: the header, then each frame. */
export interface CaptureWriter<Frame extends FrameToWrite = FrameToWrite> {
  readonly header: Uint8Array<ArrayBuffer>;
  /** Throws `RangeError` for what the format cannot say. */
  frame(frame: Frame): Uint8Array<ArrayBuffer>;
}

/** A whole capture in one array. */
export function captureBytes<Frame extends FrameToWrite>(
  writer: CaptureWriter<Frame>,
  frames: Iterable<Frame>,
): Uint8Array<ArrayBuffer> {
  return joined([writer.header, ...Array.from(frames, (frame) => writer.frame(frame))]);
}

/** Arrays one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
