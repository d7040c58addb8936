import { FrameNotes } from "../frame-notes.js";

/** A datagram put together from its fragments. */
export interface Reassembled {
  bytes: Uint8Array;
  /** Its fragments in their order: the frame each came in, and where its bytes went. */
  parts: readonly { frame: number; start: number; end: number }[];
}

interface Part {
  frame: number;
  start: number;
  bytes: Uint8Array;
  /** Its row in `reassembledIn`. */
  row: number;
}

interface Pending {
  parts: Part[];
  /** What is covered, as starts and ends in order, joined where they touch. */
  covered: number[];
  /** Where the last fragment ends; -1 as long as it has not come. */
  total: number;
  size: number;
}

// one datagram is at most 64 KiB and an offset; so many bytes wait at a time, then the oldest are given up
const MOST_PENDING = 16 << 20;
const MOST_KEPT = 64 << 20;
const OVERHEAD = 128; // what a fragment costs beside its bytes

/** IP datagrams in fragments: those that wait for the rest, and those put together. */
export class Fragments {
  private readonly pending = new Map<string, Pending>();
  private pendingSize = 0;
  private readonly kept = new Map<number, Reassembled>();
  private keptSize = 0;
  private readonly reassembledIn = new FrameNotes(1);

  /**
   * Adds the fragment `bytes[start, end)`, which lies at `offset` of its datagram; `key` names the datagram. The
   * datagram, where that was all that was missing.
   */
  add(
    key: string,
    frame: number,
    bytes: Uint8Array,
    start: number,
    end: number,
    offset: number,
    more: boolean,
  ): Reassembled | undefined {
    let datagram = this.pending.get(key);
    if (!datagram) {
      datagram = { parts: [], covered: [], total: -1, size: 0 };
      this.pending.set(key, datagram);
    }
    const row = this.reassembledIn.add(frame);
    datagram.parts.push({ frame, start: offset, bytes: bytes.slice(start, end), row });
    this.grow(datagram, end - start + OVERHEAD);
    cover(datagram.covered, offset, offset + end - start);
    if (!more && datagram.total === -1) datagram.total = offset + end - start;
    const { covered, total } = datagram;
    if (total === -1 || covered[0] !== 0 || covered[1]! < total) {
      this.forgetOldest();
      return undefined;
    }
    this.drop(key, datagram);
    return this.keep(frame, datagram);
  }

  /** What the first pass put together in a frame, or undefined. */
  of(frame: number): Reassembled | undefined {
    return this.kept.get(frame);
  }

  /** The frame in which a fragment's datagram became whole, or 0. */
  frameOf(fragment: number): number {
    const row = this.reassembledIn.find(fragment);
    return row === -1 ? 0 : this.reassembledIn.get(row, 0);
  }

  private keep(frame: number, { parts, total }: Pending): Reassembled {
    for (const part of parts) this.reassembledIn.set(part.row, 0, frame);
    const whole = { bytes: assemble(parts, total), parts: placesOf(parts) };
    if (this.keptSize + total <= MOST_KEPT) {
      this.keptSize += total;
      this.kept.set(frame, whole);
    }
    return whole;
  }

  private grow(datagram: Pending, size: number): void {
    datagram.size += size;
    this.pendingSize += size;
  }

  private drop(key: string, datagram: Pending): void {
    this.pending.delete(key);
    this.pendingSize -= datagram.size;
  }

  private forgetOldest(): void {
    for (const [key, datagram] of this.pending) {
      if (this.pendingSize <= MOST_PENDING) return;
      this.drop(key, datagram);
    }
  }
}

/** Adds `[start, end)` to intervals kept in order and apart. */
function cover(covered: number[], start: number, end: number): void {
  let low = 0;
  let high = covered.length;
  while (low < high) {
    const middle = ((low + high) >> 2) << 1;
    if (covered[middle + 1]! < start) low = middle + 2;
    else high = middle;
  }
  let last = low;
  while (last < covered.length && covered[last]! <= end) last += 2;
  const from = last > low ? Math.min(start, covered[low]!) : start;
  const to = last > low ? Math.max(end, covered[last - 1]!) : end;
  covered.splice(low, last - low, from, to);
}

/** Where fragments overlap, the one that begins earlier counts, and of two that begin together the first to come. */
function assemble(parts: Part[], total: number): Uint8Array {
  parts.sort((a, b) => a.start - b.start);
  const whole = new Uint8Array(total);
  let filled = 0;
  for (const { start, bytes } of parts) {
    const end = Math.min(start + bytes.length, total);
    if (end > filled) {
      whole.set(bytes.subarray(filled - start, end - start), filled);
      filled = end;
    }
  }
  return whole;
}

function placesOf(parts: readonly Part[]): Reassembled["parts"] {
  return parts.map(({ frame, start, bytes }) => ({ frame, start, end: start + bytes.length }));
}
