import { u16 } from "../bytes.js";
import { isCut } from "../malformed.js";
import type { Packet } from "../packet.js";

const HEADER = 12;

/**
 * Whether bytes that no signalling announced look like RTP, by their header alone (RFC 3550 §A.1). Much else does
 * too. The decision is that of Wireshark's `rtp.heuristic_rtp`.
 */
export function looksLikeRtp(packet: Packet, start: number, end: number): boolean {
  const { bytes } = packet;
  if (end - start < 2 || bytes[start]! >> 6 !== 2) return false;
  const payloadType = bytes[start + 1]! & 127;
  // these would be RTCP's packet types 200 to 204
  if (payloadType >= 72 && payloadType <= 76) return false;
  const left = payloadLength(packet, start, end);
  if (left < 0) return false;
  if ((bytes[start]! & 0x20) === 0 || isCut(packet, end)) return true;
  const padding = bytes[end - 1]!;
  return padding > 0 && padding <= left;
}

/** How many bytes were on the wire after the header; below 0 where the header itself does not fit. */
function payloadLength({ bytes, wireEnd }: Packet, start: number, end: number): number {
  const first = bytes[start]!;
  let at = start + HEADER + 4 * (first & 15);
  if (first & 0x10) {
    if (at + 4 > end) return -1;
    at += 4 + 4 * u16(bytes, at + 2);
  }
  return wireEnd - at;
}
