import { Char } from "./characters.js";
import type { Header } from "./header.js";
import { holdsList } from "./header-names.js";
import type { ByteRange } from "./range.js";
import { splitOutside, trimRange } from "./scan.js";

/** One value of a header that may hold several. */
export interface HeaderValue extends ByteRange {
  /** Its bytes as characters, in place: index 0 is byte `start`. */
  raw: string;
}

/** A header's values, split at commas where it holds a list (RFC 3261 §7.3.1); some may be empty. */
export function valuesIn(header: Header): HeaderValue[] {
  const text = header.raw;
  const base = header.valueStart;
  const ranges =
    text.includes(",") && holdsList(header.canonicalName)
      ? splitOutside(text, Char.comma, 0, text.length)
      : [trimRange(text, 0, text.length)];
  return ranges.map(({ start, end }) => ({
    raw: text.slice(start, end),
    start: base + start,
    end: base + end,
  }));
}
