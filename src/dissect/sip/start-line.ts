import { type ByteString, decode } from "./byte-string.js";
import { Char, isDigit } from "./characters.js";
import { lineEnd } from "./lines.js";

const VERSION = [0x53, 0x49, 0x50, 0x2f, 0x32, 0x2e, 0x30]; // SIP/2.0

/** A Request-Line or Status-Line (RFC 3261 §7.1, §7.2). */
export interface StartLine {
  kind: "request" | "response";
  /** As on the wire, without its line break. */
  line: ByteString;
  method: string | undefined;
  requestUri: ByteString | undefined;
  status: number | undefined;
  reason: string | undefined;
}

/**
 * Whether bytes are a SIP message by their first line, decided as Wireshark's heuristic does: `SIP/2.0`, a space,
 * three digits and a space; or a method, a Request-URI with a scheme and exactly `SIP/2.0`, one space between.
 * Allocates nothing.
 */
export function looksLikeSip(bytes: Uint8Array, start: number, end: number): boolean {
  return startLineEnd(bytes, start, end) !== -1;
}

/** The parts of the first line, which is SIP's. */
export function readStartLine(line: ByteString): StartLine {
  const first = line.indexOf(" ");
  const second = line.indexOf(" ", first + 1);
  if (line.startsWith("SIP/2.0 ")) {
    const status = Number(line.slice(first + 1, second));
    const reason = decode(line.slice(second + 1));
    return { kind: "response", line, method: undefined, requestUri: undefined, status, reason };
  }
  const method = decode(line.slice(0, first));
  const requestUri = line.slice(first + 1, second);
  return { kind: "request", line, method, requestUri, status: undefined, reason: undefined };
}

/** Where the first line ends, -1 where bytes are not SIP. */
export function startLineEnd(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || bytes[start]! <= Char.space || bytes[start]! > 0x7e) return -1;
  const stop = lineEnd(bytes, start, end);
  const first = find(bytes, Char.space, start, stop);
  const second = find(bytes, Char.space, first + 1, stop);
  if (second === stop || find(bytes, 0, start, stop) !== stop) return -1;
  const found = isVersion(bytes, start, first)
    ? isStatus(bytes, first + 1, second)
    : isUri(bytes, first + 1, second) && isVersion(bytes, second + 1, stop);
  return found ? stop : -1;
}

function find(bytes: Uint8Array, code: number, start: number, end: number): number {
  let i = start;
  while (i < end && bytes[i] !== code) i++;
  return Math.min(i, end);
}

function isVersion(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start !== VERSION.length) return false;
  for (let i = 0; i < VERSION.length; i++) {
    if (bytes[start + i] !== VERSION[i]) return false;
  }
  return true;
}

function isStatus(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    end - start === 3 && isDigit(bytes[start]!) && isDigit(bytes[start + 1]!) && isDigit(bytes[start + 2]!)
  );
}

function isUri(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 3 && find(bytes, Char.colon, start + 1, end) < end;
}
