import { Wanted } from "../../wanted.js";
import { distance } from "./sequence.js";

const LF = 10;
const CR = 13;
const MOST_GAPS = 64;
const MOST_LATER = 1024;
const OVERHEAD = 64;

/** The bytes that came in one frame. */
export interface Piece {
  frame: number;
  length: number;
}

interface Later {
  seq: number;
  frame: number;
  bytes: Uint8Array;
}

/**
 * One direction of a connection, put in order: the bytes from the first that was not yet read, and those that came
 * before their turn.
 */
export class ByteStream {
  private buffer = new Uint8Array(0);
  private length = 0;
  private pieces: Piece[] = [];
  private later: Later[] = [];
  /** Ranges passed over although they were not seen: they may still come. */
  private gaps: { from: number; to: number }[] = [];
  /** Bytes of `buffer` that were already looked through for the end of a line. */
  private searched = 0;
  /** A number of bytes, or one of `Wanted`. */
  private wanted: number = Wanted.any;
  private laterSize = 0;

  /** @param position sequence number of the first byte not yet read */
  constructor(public position: number) {}

  /** Memory that the stream holds on to, about. */
  get size(): number {
    return this.buffer.length + this.laterSize + OVERHEAD * (this.pieces.length + this.later.length);
  }

  /** Whether more waits than can be put in order without too much searching. */
  get disordered(): boolean {
    return this.later.length > MOST_LATER;
  }

  /** Whether bytes wait to be read with those that follow. */
  get waiting(): boolean {
    return this.length > 0 || this.later.length > 0;
  }

  /** The bytes from `position` on that are there without a gap, and the frames that brought them. */
  get ready(): { bytes: Uint8Array; pieces: readonly Piece[] } {
    return { bytes: this.buffer.subarray(0, this.length), pieces: this.pieces };
  }

  /** Adds bytes that begin at `seq`, at `position` or after it. */
  add(seq: number, frame: number, bytes: Uint8Array): void {
    const ahead = distance(seq, this.position) - this.length;
    if (ahead > 0) this.keepForLater({ seq, frame, bytes });
    else this.append(bytes.subarray(-ahead), frame);
    this.takeLater();
  }

  /** Whether bytes so far ahead of `position` lie behind the message that waits, as far as one can know. */
  liesBehind(ahead: number): boolean {
    return this.wanted <= Wanted.any || ahead >= this.wanted;
  }

  /** Whether only the end of the connection ends what waits. */
  get waitsForClose(): boolean {
    return this.wanted === Wanted.close && this.length > 0 && this.later.length === 0;
  }

  /** Whether what a reader waits for has come. */
  get satisfied(): boolean {
    if (this.wanted > 0) return this.length >= this.wanted;
    if (this.waitsForClose) return false;
    const { buffer, length } = this;
    for (let at = Math.max(0, this.searched - 2); at < length; at++) {
      if (buffer[at] !== LF) continue;
      const next = buffer[at + 1] === CR ? at + 2 : at + 1;
      if (this.wanted === Wanted.line || (next < length && buffer[next] === LF)) return true;
    }
    this.searched = length;
    return false;
  }

  /** Goes on behind `count` bytes that were read, and notes what is missing to read the next ones. */
  advance(count: number, wanted: number): void {
    this.position = (this.position + count) >>> 0;
    this.wanted = wanted;
    this.searched = 0;
    const rest = this.length - count;
    this.pieces =
      rest > 0 && this.pieces.length > 0 ? [{ frame: this.pieces.at(-1)!.frame, length: rest }] : [];
    // a buffer that was read is let go: most streams have none between messages
    this.buffer = rest > 0 ? this.buffer.slice(count, this.length) : new Uint8Array(0);
    this.length = Math.max(0, rest);
  }

  /** Gives up what waits and goes on at `seq`; what lies between may still come. */
  skipTo(seq: number): void {
    const from = (this.position + this.length) >>> 0;
    if (distance(seq, from) > 0 && this.gaps.length < MOST_GAPS) this.gaps.push({ from, to: seq });
    this.buffer = new Uint8Array(0);
    this.length = this.laterSize = this.searched = 0;
    this.later = [];
    this.pieces = [];
    this.wanted = Wanted.any;
    this.position = seq;
  }

  /** The part of `[seq, seq + length)` that was passed over and is new, as offsets; undefined where it is not. */
  fillGap(seq: number, length: number): { from: number; to: number } | undefined {
    for (const [i, gap] of this.gaps.entries()) {
      const from = Math.max(0, distance(gap.from, seq));
      const to = Math.min(length, distance(gap.to, seq));
      if (from >= to) continue;
      const rest = [
        { from: gap.from, to: (seq + from) >>> 0 },
        { from: (seq + to) >>> 0, to: gap.to },
      ];
      this.gaps.splice(i, 1, ...rest.filter((part) => part.from !== part.to));
      return { from, to };
    }
    return undefined;
  }

  private append(bytes: Uint8Array, frame: number): void {
    if (bytes.length === 0) return;
    const length = this.length + bytes.length;
    if (length > this.buffer.length) {
      const grown = new Uint8Array(Math.max(length, 2 * this.buffer.length));
      grown.set(this.buffer.subarray(0, this.length));
      this.buffer = grown;
    }
    this.buffer.set(bytes, this.length);
    this.length = length;
    this.pieces.push({ frame, length: bytes.length });
  }

  private keepForLater(part: Later): void {
    const at = this.later.findLastIndex(({ seq }) => distance(part.seq, seq) >= 0) + 1;
    this.later.splice(at, 0, part);
    this.laterSize += part.bytes.length;
  }

  private takeLater(): void {
    while (this.later.length > 0) {
      const { seq, frame, bytes } = this.later[0]!;
      const ahead = distance(seq, this.position) - this.length;
      if (ahead > 0) return;
      this.later.shift();
      this.laterSize -= bytes.length;
      this.append(bytes.subarray(Math.min(-ahead, bytes.length)), frame);
    }
  }
}
