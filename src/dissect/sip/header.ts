import { type ByteString, byteString, decode } from "./byte-string.js";
import { Char, isSpace } from "./characters.js";
import { canonicalName } from "./header-names.js";
import { lineEnd, nextLine } from "./lines.js";
import type { ByteRange } from "./range.js";
import { trimmedText } from "./scan.js";

/** Where the headers of a message, or of a part of its body, lie. */
export interface HeaderBlock {
  headers: Header[];
  /** First byte after the empty line; `end` where there is none. */
  bodyStart: number;
  /** Whether the empty line was there. */
  terminated: boolean;
}

/** One header field (RFC 3261 §7.3): offsets at once, text when asked. */
export class Header implements ByteRange {
  private cachedName: string | undefined;
  private cachedCanonicalName: string | undefined;

  /**
   * @param start first byte of the name
   * @param colon index of the colon, -1 where the line has none
   * @param end after the last byte of the value, its folded lines included
   * @param next first byte of the next header
   */
  constructor(
    private readonly bytes: Uint8Array,
    readonly start: number,
    private readonly colon: number,
    readonly end: number,
    readonly next: number,
  ) {}

  /** False where the line has no colon or no name. */
  get wellFormed(): boolean {
    return this.name !== "" && !isSpace(this.bytes[this.start]!);
  }

  /** As written; empty where the line has no colon. */
  get name(): string {
    if (this.cachedName === undefined) {
      const text = byteString(this.bytes, this.start, Math.max(this.start, this.colon));
      this.cachedName = decode(trimmedText(text, 0, text.length));
    }
    return this.cachedName;
  }

  /** `Via` for `v`, `VIA` and `via`. */
  get canonicalName(): string {
    this.cachedCanonicalName ??= canonicalName(this.name);
    return this.cachedCanonicalName;
  }

  /** Unfolded (a line break and the blanks after it are one space), without blanks around it. */
  get value(): string {
    const text = byteString(this.bytes, this.valueStart, this.end).replace(/(?:\r\n|\r|\n)[ \t]*/g, " ");
    return decode(trimmedText(text, 0, text.length));
  }

  /** First byte of the value. */
  get valueStart(): number {
    let at = this.colon === -1 ? this.start : this.colon + 1;
    while (at < this.end && isSpace(this.bytes[at]!)) at++;
    return at;
  }

  /** The value's bytes from `valueStart`, in place: line breaks of folding are blanks. */
  get raw(): ByteString {
    return byteString(this.bytes, this.valueStart, this.end).replace(/[\r\n]/g, " ");
  }
}

/** Finds the headers of `bytes[start, end)`, up to and with the empty line. */
export function scanHeaders(bytes: Uint8Array, start: number, end: number): HeaderBlock {
  const headers: Header[] = [];
  let at = start;
  while (at < end) {
    let stop = lineEnd(bytes, at, end);
    let next = nextLine(bytes, stop, end);
    if (stop === at) return { headers, bodyStart: next, terminated: true };
    while (next < end && (bytes[next] === Char.space || bytes[next] === Char.tab)) {
      stop = lineEnd(bytes, next, end);
      next = nextLine(bytes, stop, end);
    }
    let colon = at;
    while (colon < stop && bytes[colon] !== Char.colon) colon++;
    headers.push(new Header(bytes, at, colon < stop ? colon : -1, stop, next));
    at = next;
  }
  return { headers, bodyStart: end, terminated: false };
}
