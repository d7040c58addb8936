import { OptionCode, padded } from "./pcapng-layout.js";

const HEADER_LENGTH = 4;
const utf8 = new TextDecoder();

/** Walks the options of a block (§3.5); one cursor is reused for all blocks. */
export class OptionCursor {
  code = 0;
  /** Where the value is in the view. */
  start = 0;
  length = 0;
  /** Bytes that were left for a value that says it is longer; -1 when none does. */
  cutTo = -1;
  private view: DataView = new DataView(new ArrayBuffer(0));
  private end = 0;
  private little = true;

  open(view: DataView, start: number, end: number, little: boolean): void {
    this.view = view;
    this.end = end;
    this.little = little;
    this.start = start;
    this.length = 0;
    this.cutTo = -1;
  }

  /** Moves to the next option; false at the end of the options or of the block. */
  next(): boolean {
    const header = this.start + padded(this.length);
    if (header + HEADER_LENGTH > this.end) return false;
    this.code = this.view.getUint16(header, this.little);
    this.length = this.view.getUint16(header + 2, this.little);
    this.start = header + HEADER_LENGTH;
    if (this.code === OptionCode.end) return false;
    if (this.start + this.length <= this.end) return true;
    this.cutTo = this.end - this.start;
    return false;
  }

  text(): string {
    const bytes = new Uint8Array(this.view.buffer, this.view.byteOffset + this.start, this.length);
    return utf8.decode(bytes).replace(/\0+$/, "");
  }

  byte(): number {
    return this.view.getUint8(this.start);
  }

  signed64(): bigint {
    return this.view.getBigInt64(this.start, this.little);
  }
}
