import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";

const VERSION = 0x01;
const RESET = 0x02;
/** Of the server's: a nonce follows. */
const NONCE = 0x04;
const CONNECTION = 0x08;
/** The form that QUIC has kept: a bit for the long header, and one that is always set. */
const FORM = 0xc0;
const NUMBER_LENGTHS = [1, 2, 4, 6];
const Q = 0x51;
const ZERO = 0x30;
/** From here on numbers are big-endian. */
const NETWORK_ORDER = 39;

/** What a header tells; offsets are -1 where it has no such field. */
interface Header {
  version: number | undefined;
  connectionAt: number;
  numberAt: number;
  numberLength: number;
}

/** Google's QUIC before it became everybody's, as far as its header goes: flags, connection, version, number. */
export const gquic: Protocol = {
  name: "gquic",
  title: "GQUIC (Google Quick UDP Internet Connections)",
  label: "GQUIC",

  looksLike: (packet, start, end) =>
    packet.conversations.gquic.latest(packet) !== undefined ||
    (mayName(packet.bytes[start]!) && headerOf(packet, packet.bytes, start, end).version !== undefined),

  parse(packet, start, end) {
    packet.push(gquic, start, end);
    const { version } = headerOf(packet, packet.bytes, start, end);
    const { gquic: versions } = packet.conversations;
    if (!packet.learning || version === undefined || versions.latest(packet) !== undefined) return;
    for (const back of [false, true]) versions.learn(packet, version, back);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const bytes = packet.buffers[layer]!;
    const { connectionAt, numberAt, numberLength } = headerOf(packet, bytes, at, end);
    const big = (packet.conversations.gquic.latest(packet) ?? 0) >= NETWORK_ORDER;
    const id = connectionAt === -1 ? "" : `, CID: ${numberOf(bytes, connectionAt, 8, big)}`;
    if (!(bytes[at]! & FORM) && bytes[at]! & RESET) return `Public Reset${id}`;
    if (numberAt + numberLength > end) return "";
    return `Payload (Encrypted), PKN: ${numberOf(bytes, numberAt, numberLength, big)}${id}`;
  },
};

/** Whether a first byte is of a header that can tell a version: this is asked of much that is something else. */
function mayName(flags: number): boolean {
  return (flags & FORM) === FORM || (flags & (FORM | VERSION | CONNECTION)) === (VERSION | CONNECTION);
}

function headerOf(packet: Packet, bytes: Uint8Array, at: number, end: number): Header {
  const flags = bytes[at]!;
  const fromClient = packet.sourcePort > packet.destinationPort;
  if (flags & FORM) {
    const version = (flags & FORM) === FORM ? versionAt(bytes, at + 1, end) : undefined;
    const connectionAt = version !== undefined ? at + 6 : fromClient ? at + 1 : -1;
    const numberAt = connectionAt === -1 ? at + 1 : connectionAt + 8;
    return { version, connectionAt, numberAt, numberLength: (flags & 3) + 1 };
  }
  const connectionAt = flags & CONNECTION ? at + 1 : -1;
  let next = connectionAt === -1 ? at + 1 : at + 9;
  const version = flags & VERSION && connectionAt !== -1 ? versionAt(bytes, next, end) : undefined;
  if (version !== undefined) next += 4;
  if (flags & NONCE && !fromClient) next += 32;
  return { version, connectionAt, numberAt: next, numberLength: NUMBER_LENGTHS[(flags >> 4) & 3]! };
}

/** The number behind `Q0`. */
function versionAt(bytes: Uint8Array, at: number, end: number): number | undefined {
  if (end - at < 5 || bytes[at] !== Q || bytes[at + 1] !== ZERO) return undefined;
  return 10 * (bytes[at + 2]! - ZERO) + bytes[at + 3]! - ZERO;
}

function numberOf(bytes: Uint8Array, at: number, length: number, big: boolean): bigint {
  let value = 0n;
  for (let i = 0; i < length; i++)
    value = value * 256n + BigInt(bytes[big ? at + i : at + length - 1 - i] ?? 0);
  return value;
}
