import { Char } from "./characters.js";

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
