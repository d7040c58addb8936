import { type ByteString, decode } from "./byte-string.js";
import { Char, isSpace } from "./characters.js";
import { canonicalName } from "./header-names.js";
import { lineBreak } from "./lines.js";
import type { ByteRange } from "./range.js";
import { indexBefore, trimmedText } from "./scan.js";

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
   * @param message the message
   * @param start first byte of the name
   * @param colon index of the colon, -1 where the line has none
   * @param end after the last byte of the value, its folded lines included
   * @param next first byte of the next header
   */
  constructor(
    private readonly message: ByteString,
    readonly start: number,
    private readonly colon: number,
    readonly end: number,
    readonly next: number,
  ) {}

  /** False where the line has no colon or no name. */
  get wellFormed(): boolean {
    return this.name !== "" && !isSpace(this.message.charCodeAt(this.start));
  }

  /** As written; empty where the line has no colon. */
  get name(): string {
    if (this.cachedName === undefined) {
      this.cachedName = decode(trimmedText(this.message, this.start, Math.max(this.start, this.colon)));
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
    const text = this.message.slice(this.valueStart, this.end).replace(/(?:\r\n|\r|\n)[ \t]*/g, " ");
    return decode(trimmedText(text, 0, text.length));
  }

  /** First byte of the value. */
  get valueStart(): number {
    let at = this.colon === -1 ? this.start : this.colon + 1;
    while (at < this.end && isSpace(this.message.charCodeAt(at))) at++;
    return at;
  }

  /** The value's bytes from `valueStart`, in place: line breaks of folding are blanks. */
  get raw(): ByteString {
    return this.message.slice(this.valueStart, this.end).replace(/[\r\n]/g, " ");
  }
}

/** Finds the headers of `text[start, end)`, up to and with the empty line. */
export function scanHeaders(text: ByteString, start: number, end: number): HeaderBlock {
  const headers: Header[] = [];
  let at = start;
  let colon = -1;
  while (at < end) {
    let line = lineBreak(text, at, end);
    if (line.start === at) return { headers, bodyStart: line.end, terminated: true };
    while (line.end < end && isBlank(text.charCodeAt(line.end))) line = lineBreak(text, line.end, end);
    if (colon < at) colon = indexBefore(text, ":", at, end);
    headers.push(new Header(text, at, colon < line.start ? colon : -1, line.start, line.end));
    at = line.end;
  }
  return { headers, bodyStart: end, terminated: false };
}

function isBlank(code: number): boolean {
  return code === Char.space || code === Char.tab;
}
