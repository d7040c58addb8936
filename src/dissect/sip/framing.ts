import { Char, parseNumber } from "./characters.js";
import { scanHeaders } from "./header.js";
import { lineEnd, nextLine } from "./lines.js";

/** More than any honest message: a stream that claims more is not waited for. */
const LONGEST_MESSAGE = 1 << 20;

/**
 * Where the message that begins at `start` of a stream ends (RFC 3261 §18.3): after its headers and as many bytes
 * as Content-Length says, which may be past `end`. -1 where the headers are not there to their end; `end` where
 * there is no Content-Length to go by, or one that is no number or beyond reason.
 */
export function sipMessageEnd(bytes: Uint8Array, start: number, end: number): number {
  const at = nextLine(bytes, lineEnd(bytes, start, end), end);
  const { headers, bodyStart, terminated } = scanHeaders(bytes, at, end);
  if (!terminated) return end - start > LONGEST_MESSAGE ? end : -1;
  const header = headers.find(({ canonicalName }) => canonicalName === "Content-Length");
  const length = parseNumber(header?.value ?? "");
  if (length === undefined || length > LONGEST_MESSAGE) return end;
  if (bodyStart === end && bytes[end - 1] === Char.cr) return -1; // the line feed of the empty line is to come
  return bodyStart + length;
}

/** The first byte that is no CR or LF: a stream may hold such keep-alives between messages (RFC 5626 §3.5.1). */
export function skipKeepAlive(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === Char.cr || bytes[at] === Char.lf)) at++;
  return at;
}
