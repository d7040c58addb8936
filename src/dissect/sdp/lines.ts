import { type ByteString, decode } from "../sip/byte-string.js";
import { lineBreak } from "../sip/lines.js";

/** More lines than any honest description; those after are not read. */
export const MOST_LINES = 2000;

/** Longer lines are shown, and read no further. */
export const LONGEST_LINE = 4096;

/** `type=value` (RFC 8866 §5); offsets count from the description's first byte, the line break excluded. */
export interface SdpLine {
  /** One letter; empty where the line is not of that form. */
  type: string;
  value: string;
  start: number;
  end: number;
}

/** The lines of a description that are not empty. */
export function readLines(description: ByteString): SdpLine[] {
  const lines: SdpLine[] = [];
  for (let at = 0; at < description.length && lines.length < MOST_LINES; ) {
    const { start, end } = lineBreak(description, at, description.length);
    if (start > at) lines.push(readLine(description, at, start));
    at = end;
  }
  return lines;
}

function readLine(description: ByteString, start: number, end: number): SdpLine {
  const text = decode(description.slice(start, end));
  const typed = /^[a-z]=/.test(text);
  return { type: typed ? text[0]! : "", value: typed ? text.slice(2) : text, start, end };
}
