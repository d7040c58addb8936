import type { FrameRecord } from "./frame.js";
import type { ByteSource } from "./source.js";

/** Rows of a segment: 2 to the power of this. */
const SEGMENT_BITS = 16;
const SEGMENT_ROWS = 1 << SEGMENT_BITS;
const ROW_MASK = SEGMENT_ROWS - 1;

/** A captured length and a kind share 32 bits: frames are shorter than 16 MiB. */
const KIND_BITS = 8;
const KIND_MASK = (1 << KIND_BITS) - 1;

const TWO_32 = 0x1_0000_0000;

/** Columns for the same frames: 20 bytes a frame, and more only where frames differ in what is mostly the same. */
class Segment {
  readonly offsetLow = new Uint32Array(SEGMENT_ROWS);
  /** NaN for a frame without a time. */
  readonly time = new Float64Array(SEGMENT_ROWS);
  readonly capturedAndKind = new Uint32Array(SEGMENT_ROWS);
  readonly stream = new Int32Array(SEGMENT_ROWS);
  readonly offsetHigh: Column;
  readonly interfaceId: Column;
  /** Bytes on the wire that were not captured. */
  readonly missing: Column;

  constructor({ offset, interfaceId }: FrameRecord) {
    this.offsetHigh = new Column(offset / TWO_32);
    this.interfaceId = new Column(interfaceId);
    this.missing = new Column(0);
  }
}

/** A column that is an array only once some row differs from what all had before. */
class Column {
  #rows: Uint32Array | undefined;
  readonly #common: number;

  constructor(common: number) {
    this.#common = common >>> 0;
  }

  get(row: number): number {
    return this.#rows === undefined ? this.#common : this.#rows[row]!;
  }

  set(row: number, value: number): void {
    if (this.#rows === undefined) {
      if (value >>> 0 === this.#common) return;
      this.#rows = new Uint32Array(SEGMENT_ROWS).fill(this.#common);
    }
    this.#rows[row] = value;
  }
}

/**
 * Where the frames of a capture are and what they are, in columns: 20 to 32 bytes a frame, in segments, so that growing
 * copies nothing. Rows are told by index, from 0; the frame's number is one more.
 */
export class FrameTable {
  #count = 0;
  readonly #segments: Segment[] = [];

  /** Rows. */
  get count(): number {
    return this.#count;
  }

  /**
   * Appends a frame.
   * @param captured its bytes in the capture
   * @param kind what it is, 0 to 255, as its dissector numbers it
   * @param stream what it belongs to; -1 = nothing
   */
  push(record: FrameRecord, captured: number, kind: number, stream: number): void {
    const row = this.#count & ROW_MASK;
    if (row === 0) this.#segments.push(new Segment(record));
    const segment = this.#segments[this.#count >>> SEGMENT_BITS]!;
    segment.offsetLow[row] = record.offset;
    segment.offsetHigh.set(row, record.offset / TWO_32);
    segment.time[row] = record.stamped ? record.time : Number.NaN;
    segment.capturedAndKind[row] = (captured << KIND_BITS) | kind;
    segment.missing.set(row, record.length - captured);
    segment.interfaceId.set(row, record.interfaceId);
    segment.stream[row] = stream;
    this.#count++;
  }

  /** Position in the source of the frame's first byte. */
  offset(index: number): number {
    const segment = this.#segment(index);
    const row = index & ROW_MASK;
    return segment.offsetHigh.get(row) * TWO_32 + segment.offsetLow[row]!;
  }

  /** Nanoseconds since the first stamped frame; 0 for a frame without a time. */
  time(index: number): number {
    const time = this.#segment(index).time[index & ROW_MASK]!;
    return Number.isNaN(time) ? 0 : time;
  }

  /** Whether the frame has a time. */
  stamped(index: number): boolean {
    return !Number.isNaN(this.#segment(index).time[index & ROW_MASK]!);
  }

  /** Captured bytes. */
  captured(index: number): number {
    return this.#segment(index).capturedAndKind[index & ROW_MASK]! >>> KIND_BITS;
  }

  /** Bytes on the wire. */
  length(index: number): number {
    return (this.captured(index) + this.#segment(index).missing.get(index & ROW_MASK)) >>> 0;
  }

  /** Index into `CaptureFacts.interfaces`. */
  interfaceId(index: number): number {
    return this.#segment(index).interfaceId.get(index & ROW_MASK);
  }

  kind(index: number): number {
    return this.#segment(index).capturedAndKind[index & ROW_MASK]! & KIND_MASK;
  }

  stream(index: number): number {
    return this.#segment(index).stream[index & ROW_MASK]!;
  }

  #segment(index: number): Segment {
    if (index < 0 || index >= this.#count) throw new RangeError(`row ${index} of ${this.#count}`);
    return this.#segments[index >>> SEGMENT_BITS]!;
  }
}

/** A frame's captured bytes, read again from the source that its capture left; fewer when the source has shrunk. */
export function frameBytes(table: FrameTable, source: ByteSource, index: number): Uint8Array {
  const bytes = new Uint8Array(table.captured(index));
  return bytes.subarray(0, source.read(table.offset(index), bytes));
}
