import { formatText } from "../sip/format-text.js";

const LF = 10;
const CR = 13;
const LONGEST = 1000;

const decoder = new TextDecoder();

/** Where the line at `at` ends, and where the next one begins; `end` for both where nothing ends it. */
export function lineAt(bytes: Uint8Array, at: number, end: number): { stop: number; next: number } {
  const feed = bytes.indexOf(LF, at);
  if (feed === -1 || feed >= end) return { stop: end, next: end };
  return { stop: feed > at && bytes[feed - 1] === CR ? feed - 1 : feed, next: feed + 1 };
}

/** The text of a line, as the packet list shows it. */
export function lineText(bytes: Uint8Array, at: number, end: number): string {
  const { stop } = lineAt(bytes, at, end);
  return formatText(decoder.decode(bytes.subarray(at, Math.min(stop, at + LONGEST))));
}

/** The first lines, whole or not. */
export function linesOf(bytes: Uint8Array, start: number, end: number, most = 64): string[] {
  const lines: string[] = [];
  for (let at = start; at < end && lines.length < most; at = lineAt(bytes, at, end).next) {
    lines.push(lineText(bytes, at, end));
  }
  return lines;
}
