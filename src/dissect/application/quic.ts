import { hexBytes, u16, u32 } from "../bytes.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";

const LONG = 0xc0; // form and fixed bit
const LONGEST_ID = 20;
const VERSION_2 = 0x6b3343cf;

/** Of version 1 (RFC 9000 §17.2); version 2 counts them from one higher (RFC 9369 §3.2). */
const TYPES = ["Initial", "0-RTT", "Handshake", "Retry"];
const Type = { initial: 0, retry: 3 } as const;

/** The header of a packet that says which version it is of; its connection's identifiers as text. */
interface LongHeader {
  version: number;
  type: number;
  destination: string;
  source: string;
  /** Where the packet ends, at the latest at the datagram's end. */
  end: number;
}

/**
 * QUIC (RFC 9000). What its packets hold is encrypted; several may lie in a datagram, the last one is the row's. Those
 * with a short header are known by a long one before.
 */
export const quic: Protocol = {
  name: "quic",
  title: "QUIC IETF",
  label: "QUIC",

  // a known connection may change the fixed bit as well (RFC 9287)
  looksLike: (packet, start, end) =>
    packet.conversations.quic.latest(packet, { back: true }) !== undefined ||
    ((packet.bytes[start]! & LONG) === LONG && longHeader(packet.bytes, start, end) !== undefined),

  parse(packet, start, end) {
    const { bytes } = packet;
    for (let at = start; at < end; ) {
      const long = bytes[at]! & 0x80 ? longHeader(bytes, at, end) : undefined;
      const stop = long?.end ?? end;
      if (packet.push(quic, at, stop) === -1) return;
      if (long && packet.learning) learn(packet, long);
      at = stop;
    }
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const long = bytes[at]! & 0x80 ? longHeader(bytes, at, packet.ends[layer]!) : undefined;
    if (long) {
      const ids = `${long.destination && `, DCID=${long.destination}`}${long.source && `, SCID=${long.source}`}`;
      return (long.version === 0 ? "Version Negotiation" : TYPES[long.type]) + ids;
    }
    // the phase of the keys is hidden as well, and shows as the first
    const id = packet.conversations.quic.latest(packet, { back: true });
    return `Protected Payload (KP0)${id ? `, DCID=${id}` : ""}`;
  },
};

/** Notes the identifier that the sender goes by; that it may be reached, the other side need not have spoken. */
function learn(packet: Packet, { source }: LongHeader): void {
  const { quic: ids } = packet.conversations;
  if (ids.latest(packet) !== source) ids.learn(packet, source);
  if (ids.latest(packet, { back: true }) === undefined) ids.learn(packet, "", true);
}

function isVersion(version: number): boolean {
  const grease = (version & 0x0f0f0f0f) >>> 0 === 0x0a0a0a0a;
  const draft = version >>> 8 === 0xff0000;
  const others = version === VERSION_2 || version >>> 8 === 0xfaceb0 || version >>> 8 === 0x543035;
  return version === 0 || version === 1 || grease || draft || others;
}

function longHeader(bytes: Uint8Array, at: number, end: number): LongHeader | undefined {
  if (end - at < 7) return undefined;
  const version = u32(bytes, at + 1);
  const destinationEnd = at + 6 + bytes[at + 5]!;
  if (!isVersion(version) || bytes[at + 5]! > LONGEST_ID || destinationEnd >= end) return undefined;
  const sourceEnd = destinationEnd + 1 + bytes[destinationEnd]!;
  if (bytes[destinationEnd]! > LONGEST_ID || sourceEnd > end) return undefined;
  const type = (((bytes[at]! >> 4) & 3) + (version === VERSION_2 ? 3 : 0)) & 3;
  return {
    version,
    type,
    destination: hexBytes(bytes, at + 6, destinationEnd),
    source: hexBytes(bytes, destinationEnd + 1, sourceEnd),
    end: version === 0 || type === Type.retry ? end : payloadEnd(bytes, sourceEnd, type, end),
  };
}

function payloadEnd(bytes: Uint8Array, from: number, type: number, end: number): number {
  let at = from;
  if (type === Type.initial) {
    const token = variable(bytes, at, end);
    at = token.next + token.value;
  }
  const length = variable(bytes, Math.min(at, end), end);
  return Math.min(end, length.next + length.value);
}

/** A number whose first two bits tell its length (RFC 9000 §16). */
function variable(bytes: Uint8Array, at: number, end: number): { value: number; next: number } {
  const length = at < end ? 1 << (bytes[at]! >> 6) : 1;
  if (at + length > end) return { value: 0, next: end };
  switch (length) {
    case 1:
      return { value: bytes[at]! & 0x3f, next: at + 1 };
    case 2:
      return { value: u16(bytes, at) & 0x3fff, next: at + 2 };
    case 4:
      return { value: u32(bytes, at) & 0x3fffffff, next: at + 4 };
    default:
      return { value: (u32(bytes, at) & 0x3fffffff) * 2 ** 32 + u32(bytes, at + 4), next: at + 8 };
  }
}
