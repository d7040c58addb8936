import { isCut } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import { type HttpHeader, headerValue, readHeader } from "../http-message.js";

const METHODS = `DESCRIBE ANNOUNCE GET_PARAMETER OPTIONS PAUSE PLAY RECORD REDIRECT SETUP SET_PARAMETER
  TEARDOWN`.split(/\s+/);

/** `$`, which begins data between messages (RFC 2326 §10.12). */
export const DOLLAR = 36;
export const INTERLEAVED_HEADER = 4;

/** Whether a line begins a message (RFC 2326 §6.1, §7.1): a method, or `RTSP/`. */
export function lineKind(line: string): "request" | "reply" | undefined {
  if (/^RTSP\//i.test(line)) return "reply";
  const method = /^[A-Za-z_]+(?=\s|$)/.exec(line)?.[0].toUpperCase();
  return method !== undefined && METHODS.includes(method) ? "request" : undefined;
}

/** A message: its header, and its body in `bytes[bodyStart, end)`. */
export interface RtspMessage {
  kind: "request" | "reply" | undefined;
  header: HttpHeader;
  bodyStart: number;
  end: number;
}

/** The message at `start`; undefined where more octets are needed to know its end, and may come. */
export function readMessage(packet: Packet, start: number, end: number): RtspMessage | undefined {
  const { bytes } = packet;
  const header = readHeader(bytes, start, end);
  const kind = lineKind(header.lines[0]?.text ?? "");
  // what is no message is taken as a whole
  if (!kind) return { kind, header, bodyStart: end, end };
  if (header.bodyStart === -1) return isCut(packet, end) ? { kind, header, bodyStart: end, end } : undefined;
  const stop = bodyEnd(bytes, header, kind, end);
  if (stop > end && !isCut(packet, end)) return undefined;
  return { kind, header, bodyStart: header.bodyStart, end: Math.min(stop, end) };
}

/** Behind the body: without a length, a request has none, and a reply's goes on to what begins something else. */
function bodyEnd(bytes: Uint8Array, header: HttpHeader, kind: "request" | "reply", end: number): number {
  const length = headerValue(header, "content-length");
  if (length !== undefined && /^\d{1,9}$/.test(length)) return header.bodyStart + Number(length);
  if (kind === "request" || bytes[header.bodyStart] === DOLLAR) return header.bodyStart;
  const next = readHeader(bytes, header.bodyStart, end).lines[0]?.text ?? "";
  return lineKind(next) ? header.bodyStart : end;
}
