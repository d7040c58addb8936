import { u16, u32 } from "../bytes.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { COOKIE } from "./stun-message.js";

const HEADER = 20;
/** ICE over TCP sets a length before each message (RFC 6544 §3, RFC 4571 §2). */
const FRAMING = 2;
const CHANNEL_HEADER = 4;

/** Whether a STUN message begins there, after a length or not. */
export function looksLikeStunStream(bytes: Uint8Array, start: number, end: number): boolean {
  return messageAt(bytes, start, end) !== undefined;
}

/** Reads the messages of a stream with `stun`; where the first begins that is not there whole. */
export function readStunStream(packet: Packet, stun: Protocol, start: number, end: number): number {
  const { bytes, wireEnd } = packet;
  let at = start;
  while (at < end) {
    const message = messageAt(bytes, at, end) ?? channelDataAt(bytes, at, end);
    if (!message) return end - at < HEADER + FRAMING ? at : end;
    if (message.end > end) {
      packet.wanted = message.end - at;
      return at;
    }
    packet.wireEnd = message.end;
    stun.parse(packet, message.start, message.end);
    packet.wireEnd = wireEnd;
    at = message.end;
  }
  return at;
}

function messageAt(bytes: Uint8Array, at: number, end: number): { start: number; end: number } | undefined {
  for (const start of [at, at + FRAMING]) {
    if (start + HEADER <= end && bytes[start]! < 64 && u32(bytes, start + 4) === COOKIE) {
      return { start, end: start + HEADER + u16(bytes, start + 2) };
    }
  }
  return undefined;
}

/** TURN's channel data, padded to a word in a stream (RFC 8656 §12.5). */
function channelDataAt(
  bytes: Uint8Array,
  at: number,
  end: number,
): { start: number; end: number } | undefined {
  if (at + CHANNEL_HEADER > end || bytes[at]! < 0x40 || bytes[at]! > 0x7f) return undefined;
  return { start: at, end: at + CHANNEL_HEADER + ((u16(bytes, at + 2) + 3) & ~3) };
}
