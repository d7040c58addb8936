import type { ByteSource } from "./source.js";

/** The longest block or record that is taken whole into memory, as in Wireshark. */
export const MAX_BLOCK_LENGTH = 16 * 1024 * 1024;

/**
 * A reused buffer that slides over a source: what is located in it lies there whole.
 * Sliding moves the bytes, so an index holds until the next `locate` or `slide`.
 */
export class SlidingWindow {
  bytes: Uint8Array<ArrayBuffer>;
  view: DataView<ArrayBuffer>;
  /** Bytes of `bytes` that hold the source's. */
  filled = 0;
  /** Position in the source of `bytes[0]`. */
  private from = 0;
  private readonly source: ByteSource;

  constructor(source: ByteSource, chunkLength: number) {
    this.source = source;
    this.bytes = new Uint8Array(chunkLength);
    this.view = new DataView(this.bytes.buffer);
  }

  /** The index in `bytes` of a position, followed by at least `length` bytes; -1 when the source ends before. */
  locate(position: number, length: number): number {
    const index = position - this.from;
    return index >= 0 && index + length <= this.filled ? index : this.slide(position, length);
  }

  /** As `locate`, with the position brought to the start of the buffer and the buffer filled. */
  slide(position: number, length: number): number {
    if (length > MAX_BLOCK_LENGTH) return -1;
    const index = position - this.from;
    const kept =
      index >= 0 && index < this.filled ? this.bytes.subarray(index, this.filled) : new Uint8Array();
    if (length > this.bytes.length) {
      this.bytes = new Uint8Array(2 ** Math.ceil(Math.log2(length)));
      this.view = new DataView(this.bytes.buffer);
    }
    this.bytes.set(kept);
    this.from = position;
    this.filled = kept.length;
    while (this.filled < this.bytes.length) {
      const count = this.source.read(position + this.filled, this.bytes.subarray(this.filled));
      if (count <= 0) break;
      this.filled += count;
    }
    return length <= this.filled ? 0 : -1;
  }
}
