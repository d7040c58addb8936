import type { ByteString } from "./byte-string.js";
import { Char, isSpace } from "./characters.js";
import type { ByteRange } from "./range.js";

/** After the quoted string that opens at `at`; -1 where it never closes (RFC 3261 §25.1, quoted-string). */
export function quotedEnd(text: ByteString, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === Char.backslash) i++;
    else if (code === Char.quote) return i + 1;
  }
  return -1;
}

/** What a quoted string quotes, its escapes undone; other text as it is. */
export function unquote(text: ByteString): ByteString {
  if (!text.startsWith('"')) return text;
  const inner = text.endsWith('"') && text.length > 1 ? text.slice(1, -1) : text.slice(1);
  return inner.replace(/\\([\s\S])/g, "$1");
}

/** The first `separator` outside quotes and angle brackets, or `end`. */
export function findOutside(text: ByteString, separator: number, start: number, end: number): number {
  let bracketed = false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === Char.quote) {
      const after = quotedEnd(text, i, end);
      if (after === -1) return end;
      i = after - 1;
    } else if (code === Char.less) bracketed = true;
    else if (code === Char.greater) bracketed = false;
    else if (code === separator && !bracketed) return i;
  }
  return end;
}

/** A range without the blanks around it. */
export function trimRange(text: ByteString, start: number, end: number): ByteRange {
  let from = start;
  let to = end;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return { start: from, end: to };
}

/** The trimmed ranges between separators outside quotes and angle brackets; at least one, perhaps empty. */
export function splitOutside(text: ByteString, separator: number, start: number, end: number): ByteRange[] {
  const ranges: ByteRange[] = [];
  for (let at = start; ; ) {
    const stop = findOutside(text, separator, at, end);
    ranges.push(trimRange(text, at, stop));
    if (stop >= end) return ranges;
    at = stop + 1;
  }
}

/** The text of a range without the blanks around it. */
export function trimmedText(text: ByteString, start: number, end: number): ByteString {
  const range = trimRange(text, Math.min(start, end), end);
  return text.slice(range.start, range.end);
}

/** The first `part` in `text[from, end)`, or `end`. */
export function indexBefore(text: ByteString, part: string, from: number, end: number): number {
  const at = text.indexOf(part, from);
  return at === -1 || at > end ? end : at;
}
