import { hexNumber, u16 } from "../bytes.js";
import { data } from "../data.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import { parseIp } from "../network/ip.js";
import { parseIpv6 } from "../network/ipv6.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { handOverType } from "./payload.js";
import { parsePppControl } from "./ppp-control.js";

const IPV4 = 0x0021;
const IPV6 = 0x0057;
const CISCO = 0x0f; // Cisco's HDLC has addresses 0x0f and 0x8f, and an EtherType

/** Point-to-Point Protocol (RFC 1661), in HDLC-like framing (RFC 1662) or bare. */
export const ppp: Protocol = {
  name: "ppp",
  title: "Point-to-Point Protocol",
  label: "PPP",
  on: { link: [9, 50, 51], ether: [0x880b] },

  parse(packet, start, end) {
    const { bytes } = packet;
    if (packet.layerCount === 0) packet.family = Family.unavailable;
    if (end - start >= 4 && (bytes[start]! & 0x7f) === CISCO && bytes[start + 1] === 0) {
      packet.push(ppp, start, start + 4);
      handOverType(packet, u16(bytes, start + 2), start + 4, end);
      return;
    }
    const framed = end - start >= 2 && bytes[start] === 0xff && bytes[start + 1] === 0x03;
    parsePpp(packet, start, framed ? start + 2 : start, end);
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, end);
    const framed = end - at > 2;
    if (framed) fields.number("ppp.address", "Address", at, 1, (value) => hexNumber(value, 2));
    if (framed) fields.number("ppp.control", "Control", at + 1, 1, (value) => hexNumber(value, 2));
    const from = framed ? at + 2 : at;
    if (end - from === 1) fields.number("ppp.protocol", "Protocol", from, 1, showProtocol);
    else fields.number("ppp.protocol", "Protocol", from, 2, showProtocol);
    return fields.list;
  },
};

const NAMES: Readonly<Record<number, string>> = {
  [IPV4]: "Internet Protocol version 4",
  [IPV6]: "Internet Protocol version 6",
  32801: "Internet Protocol Control Protocol",
  32855: "IPv6 Control Protocol",
  49185: "Link Control Protocol",
  49187: "Password Authentication Protocol",
  49699: "Challenge Handshake Authentication Protocol",
};

function showProtocol(protocol: number): string {
  return `${NAMES[protocol] ?? "Unknown"} (${hexNumber(protocol, 4)})`;
}

/** Reads a PPP packet from its protocol field at `at` on; that is one byte where it was compressed (§6.5). */
export function parsePpp(packet: Packet, start: number, at: number, end: number): void {
  const { bytes } = packet;
  const layer = packet.push(ppp, start, Math.min(at + 2, end));
  if (layer === -1 || !reaches(packet, at + 1, end)) return;
  const size = bytes[at]! & 1 ? 1 : 2;
  if (!reaches(packet, at + size, end)) return;
  const protocol = size === 1 ? bytes[at]! : u16(bytes, at);
  const next = at + size;
  packet.ends[layer] = next;
  if (protocol === IPV4) parseIp(packet, next, end);
  else if (protocol === IPV6) parseIpv6(packet, next, end);
  else if (!parsePppControl(packet, protocol, next, end)) {
    packet.unreadType = protocol;
    unread.parse(packet, next, end);
  }
}

/** What PPP carries and no dissector reads. */
const unread: Protocol = {
  name: "data",
  title: "Data",
  label: (packet) => hexNumber(packet.unreadType, 4),

  parse(packet, start, end) {
    packet.push(unread, start, end);
  },

  summary: data.summary,
  info: (packet) => `PPP Unknown (${hexNumber(packet.unreadType, 4)})`,
  fields: data.fields,
};
