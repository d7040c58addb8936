import { MALFORMED } from "./malformed.js";

/** Bytes that a frame's header takes (RFC 7741 §4.3), with those of a key frame's start code and size. */
const FRAME_HEADER = 4;
const KEY_FRAME_HEADER = 10;

/**
 * What Info says of a VP8 payload (RFC 7741 §4.2): whether it begins a key frame or one between those, or goes on
 * with what came before.
 *
 *     |X|R|N|S|R| PID | required
 *     |I|L|T|K|  RSV  | if X; then a picture's number (I, 7 or 15 bits), a layer's (L), and TID and KEYIDX (T or K)
 */
export function vp8Remark(bytes: Uint8Array, start: number, end: number): string {
  const first = bytes[start]!;
  const at = start + 1 + (first & 0x80 ? extensionSize(bytes, start + 1) : 0);
  if (at >= end) return MALFORMED;
  const begins = first & 0x10 && (first & 7) === 0;
  if (!begins) return " - Continuation";
  const key = (bytes[at]! & 1) === 0;
  if (end - at < (key ? KEY_FRAME_HEADER : FRAME_HEADER)) return MALFORMED;
  return key ? " - Keyframe" : " - Interframe";
}

function extensionSize(bytes: Uint8Array, at: number): number {
  const flags = bytes[at]!;
  const picture = flags & 0x80 ? (bytes[at + 1]! & 0x80 ? 2 : 1) : 0;
  return 1 + picture + (flags & 0x40 ? 1 : 0) + (flags & 0x30 ? 1 : 0);
}
