/**
 * Frames on a pipe between the kernel's two processes: the lengths of head and body (4 bytes each, little endian),
 * the head as JSON, the body as bytes that need not be parsed on the way (an output of 20 MB is only passed on).
 */
export interface Frame<Head> {
  head: Head;
  body: Buffer;
}

const lengths = 8;

export function encodeFrame(head: object, body: Uint8Array | string = ""): Buffer {
  const headBytes = Buffer.from(JSON.stringify(head));
  const bodyLength = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  const frame = Buffer.allocUnsafe(lengths + headBytes.length + bodyLength);
  frame.writeUInt32LE(headBytes.length, 0);
  frame.writeUInt32LE(bodyLength, 4);
  frame.set(headBytes, lengths);
  if (typeof body === "string") frame.write(body, lengths + headBytes.length);
  else frame.set(body, lengths + headBytes.length);
  return frame;
}

/** Puts frames together from the pieces that a pipe delivers. */
export class FrameReader<Head> {
  #pieces: Buffer[] = [];
  #available = 0;
  /** Bytes that must be there before there is anything to do. */
  #wanted = lengths;

  /** Takes a piece and gives the frames that it completes. */
  *push(piece: Buffer): Generator<Frame<Head>> {
    this.#pieces.push(piece);
    this.#available += piece.length;
    while (this.#available >= this.#wanted) {
      const bytes = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
      this.#pieces = [bytes];
      const headEnd = lengths + bytes.readUInt32LE(0);
      const end = headEnd + bytes.readUInt32LE(4);
      if (bytes.length < end) {
        this.#wanted = end;
        return;
      }
      this.#pieces = [bytes.subarray(end)];
      this.#available = bytes.length - end;
      this.#wanted = lengths;
      yield {
        head: JSON.parse(bytes.toString("utf8", lengths, headEnd)),
        body: bytes.subarray(headEnd, end),
      };
    }
  }
}
