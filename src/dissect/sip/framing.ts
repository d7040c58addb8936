import { byteString } from "./byte-string.js";
import { Char, parseNumber } from "./characters.js";
import { type HeaderBlock, scanHeaders } from "./header.js";
import { lineBreak } from "./lines.js";

/** More than any honest message: a stream that claims more is not waited for. */
const LONGEST_MESSAGE = 1 << 20;

/** As many bytes as nearly all headers fit in. */
const WINDOW = 2048;

/**
 * Where the message that begins at `start` of a stream ends (RFC 3261 §18.3): after its headers and as many bytes
 * as Content-Length says, which may be past `end`. -1 where the headers are not there to their end; `end` where
 * there is no Content-Length to go by, or one that is no number or beyond reason.
 */
export function sipMessageEnd(bytes: Uint8Array, start: number, end: number): number {
  const { headers, bodyStart, terminated } = readHead(bytes, start, end);
  if (!terminated) return end - start > LONGEST_MESSAGE ? end : -1;
  const header = headers.find(({ canonicalName }) => canonicalName === "Content-Length");
  const length = parseNumber(header?.value ?? "");
  if (length === undefined || length > LONGEST_MESSAGE) return end;
  if (start + bodyStart === end && bytes[end - 1] === Char.cr) return -1; // the line feed of the empty line is to come
  return start + bodyStart + length;
}

/** The headers, from a window that holds them: all that follows in the stream need not become text. */
function readHead(bytes: Uint8Array, start: number, end: number): HeaderBlock {
  for (let size = WINDOW; ; size *= 4) {
    const text = byteString(bytes, start, Math.min(start + size, end));
    const head = scanHeaders(text, lineBreak(text, 0, text.length).end, text.length);
    // a CR at the window's end may be half a line break
    if (start + size >= end || (head.terminated && head.bodyStart < text.length)) return head;
  }
}

/** The first byte that is no CR or LF: a stream may hold such keep-alives between messages (RFC 5626 §3.5.1). */
export function skipKeepAlive(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === Char.cr || bytes[at] === Char.lf)) at++;
  return at;
}
