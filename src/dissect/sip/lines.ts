import type { ByteString } from "./byte-string.js";
import { Char } from "./characters.js";
import type { ByteRange } from "./range.js";

/** Where the line that `at` lies in ends: the index of its CR or LF, or `end`. */
export function lineEnd(bytes: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && bytes[i] !== Char.cr && bytes[i] !== Char.lf) i++;
  return i;
}

/** Where the line after that break begins; CR LF, LF and CR alone all end lines on wires. */
export function nextLine(bytes: Uint8Array, lineBreak: number, end: number): number {
  if (lineBreak >= end) return end;
  return bytes[lineBreak] === Char.cr && lineBreak + 1 < end && bytes[lineBreak + 1] === Char.lf
    ? lineBreak + 2
    : lineBreak + 1;
}

const BREAK = /\r\n?|\n/g;

/** The first line break in `text[at, end)`; where there is none, nothing at its end. */
export function lineBreak(text: ByteString, at: number, end: number): ByteRange {
  BREAK.lastIndex = at;
  if (!BREAK.test(text)) return { start: end, end };
  const next = BREAK.lastIndex;
  const pair =
    next - 2 >= at && text.charCodeAt(next - 2) === Char.cr && text.charCodeAt(next - 1) === Char.lf;
  return { start: Math.min(pair ? next - 2 : next - 1, end), end: Math.min(next, end) };
}
