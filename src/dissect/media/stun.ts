import { textOf, u16, u32 } from "../bytes.js";
import { pushShortened } from "../malformed.js";
import { Kind, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { rtcp } from "./rtcp.js";
import { stunFields } from "./stun-fields.js";
import {
  Attribute,
  addressIn,
  attributesOf,
  classOf,
  errorIn,
  formatTransport,
  isStun,
  methodOf,
  type StunAttribute,
} from "./stun-message.js";
import { ATTRIBUTES, CLASSES, ERRORS, METHODS, TRANSPORTS } from "./stun-names.js";
import { looksLikeStunStream, readStunStream } from "./stun-stream.js";

const PORT = 3478;
const HEADER = 20;
const CHANNEL_HEADER = 4;
/** "Multiplexed TURN Channel" ([MS-TURN] §2.2.1), as Teams and Skype have it. */
const MULTIPLEXED = 0xff10;

/**
 * STUN (RFC 8489 §5), with TURN's methods (RFC 8656) and ICE's attributes (RFC 8445).
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |0 0|     STUN Message Type     |         Message Length        |
 *     |                         Magic Cookie                          |
 *     |                     Transaction ID (96 bits)                  |
 */
export const stun: Protocol = {
  name: "stun",
  title: "Session Traversal Utilities for NAT",
  label: "STUN",
  on: { udp: [PORT], tcp: [PORT] },
  heuristic: ["udp", "tcp"],

  looksLike(packet, start, end) {
    const { bytes } = packet;
    if (packet.protocols[packet.layerCount - 1]?.name === "tcp")
      return looksLikeStunStream(bytes, start, end);
    if (isStun(bytes, start, end, packet.wireEnd - start)) return true;
    // channel data shows itself only where STUN went before
    return isChannelData(packet, start, end) && packet.conversations.ice.follows(packet);
  },

  parse(packet, start, end) {
    if (isChannelData(packet, start, end)) return parseChannelData(packet, start, end);
    if (!isStun(packet.bytes, start, end, packet.wireEnd - start)) return;
    push(packet, start, end);
    // on its own port it shows itself by that, and claims nothing else
    if (packet.learning && packet.sourcePort !== PORT && packet.destinationPort !== PORT)
      packet.conversations.ice.learn(packet);
    let at = start + HEADER;
    for (const attribute of attributesOf(packet.bytes, at, end)) {
      if (attribute.whole) at = attribute.next;
      // the length of an attribute that it knows may point past the end: Wireshark leaves it at that
      else if (attribute.type in ATTRIBUTES) at = end;
      if (attribute.type === Attribute.data && attribute.whole)
        parseRelayed(packet, attribute.start, attribute.end);
    }
    if (at < end || packet.wireEnd > end) pushShortened(packet, end);
  },

  stream: (packet, start, end) => readStunStream(packet, stun, start, end),

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const start = packet.starts[layer]!;
    if (bytes[start]! >= 64) return "ChannelData TURN Message";
    const key = bytes.subarray(start + 4, start + HEADER);
    let text = `${METHODS[methodOf(bytes, start)] ?? "Unknown"} ${CLASSES[classOf(bytes, start)]}`;
    for (const attribute of attributesOf(bytes, start + HEADER, packet.ends[layer]!)) {
      if (attribute.whole) text += remarkOn(bytes, attribute, key);
    }
    return text;
  },

  fields: stunFields,
};

function push(packet: Packet, start: number, end: number): void {
  packet.push(stun, start, end);
  if (!packet.quoted) packet.kind = Kind.stun;
}

/** TURN's channel data (RFC 8656 §12.4): a channel number from 0x4000, a length, what is relayed. */
export function isChannelData(packet: Packet, start: number, end: number): boolean {
  const { bytes, wireEnd } = packet;
  if (end - start < CHANNEL_HEADER) return false;
  const channel = u16(bytes, start);
  if ((channel < 0x4000 || channel > 0x7fff) && channel !== MULTIPLEXED) return false;
  const length = CHANNEL_HEADER + u16(bytes, start + 2);
  return wireEnd - start === length || wireEnd - start === ((length + 3) & ~3);
}

function parseChannelData(packet: Packet, start: number, end: number): void {
  push(packet, start, end);
  const from = start + CHANNEL_HEADER;
  parseRelayed(packet, from, Math.min(end, from + u16(packet.bytes, start + 2)));
}

/** What TURN relays, as far as it shows what it is. */
function parseRelayed(packet: Packet, start: number, end: number): void {
  const { wireEnd } = packet;
  packet.wireEnd = end;
  if (rtcp.looksLike!(packet, start, end)) rtcp.parse(packet, start, end);
  packet.wireEnd = wireEnd;
}

function remarkOn(bytes: Uint8Array, attribute: StunAttribute, key: Uint8Array): string {
  const { type, start, end } = attribute;
  const length = end - start;
  switch (type) {
    case Attribute.mappedAddress:
    case Attribute.alternateServer:
    case Attribute.responseOrigin:
    case Attribute.otherAddress:
      return addressRemark(bytes, attribute);
    case Attribute.xorMappedAddress:
    case Attribute.msXorMappedAddress:
    case Attribute.xorPeerAddress:
    case Attribute.xorRelayedAddress:
      return addressRemark(bytes, attribute, key);
    case Attribute.username:
      return ` user: ${textOf(bytes, start, end)}`;
    case Attribute.realm:
      return ` realm: ${textOf(bytes, start, end)}`;
    case Attribute.nonce:
      return " with nonce";
    case Attribute.errorCode:
      return errorRemark(bytes, attribute);
    case Attribute.requestedTransport: {
      const transport = bytes[start] ?? 0;
      return length < 1
        ? ""
        : ` ${TRANSPORTS[transport] ?? `Unknown (0x${transport.toString(16).padStart(8)})`}`;
    }
    case Attribute.channelNumber:
      return length < 4 ? "" : ` ChannelNumber=0x${u16(bytes, start).toString(16)}`;
    case Attribute.bandwidth:
      return length < 4 ? "" : ` bandwidth: ${u32(bytes, start)}`;
    case Attribute.lifetime:
      return length < 4 ? "" : ` lifetime: ${u32(bytes, start)}`;
    default:
      return "";
  }
}

function addressRemark(bytes: Uint8Array, attribute: StunAttribute, key?: Uint8Array): string {
  const address = addressIn(bytes, attribute, key);
  return address ? ` ${ATTRIBUTES[attribute.type]}: ${formatTransport(address)}` : "";
}

function errorRemark(bytes: Uint8Array, attribute: StunAttribute): string {
  const error = errorIn(bytes, attribute);
  if (!error) return "";
  const known = ERRORS[error.code] ?? "*Unknown error code*";
  return ` error-code: ${error.code} (${known})${error.reason && ` ${error.reason}`}`;
}
