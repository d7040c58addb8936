import { formatIpv6 } from "../address.js";
import { u16 } from "../bytes.js";
import { data } from "../data.js";
import { malformed, reaches } from "../malformed.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import { ipProtocolName } from "./ip-protocols.js";
import { ipv6Fields } from "./ipv6-fields.js";

const HEADER = 40;
const NO_NEXT_HEADER = 59;

/**
 * Internet Protocol, Version 6 (RFC 8200 §3).
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |Version| Traffic Class |           Flow Label                  |
 *     |         Payload Length        |  Next Header  |   Hop Limit   |
 *     |                   Source Address (16 bytes)                   |
 *     |                 Destination Address (16 bytes)                |
 */
export const ipv6: Protocol = {
  name: "ipv6",
  title: "Internet Protocol Version 6",
  label: "IPv6",
  on: { ether: [0x86dd], ip: [41] },

  parse(packet, start, end) {
    // an EtherType that says so and does not hold is left to whoever handed it over
    if (start < end && packet.bytes[start]! >> 4 === 6) parseIpv6(packet, start, end);
    else if (start >= end) reaches(packet, start + 1, end);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const there = packet.wireEnds[layer]! - at;
    const version = packet.buffers[layer]![at]! >> 4;
    if (version !== 6) return `Bogus IPv6 version (${version}, must be 6)`;
    return there < HEADER ? `Invalid IPv6 header (${there} bytes, need exactly ${HEADER})` : "";
  },

  summary(packet, layer) {
    const at = packet.starts[layer]!;
    if (packet.ends[layer]! - at < HEADER) return "";
    const bytes = packet.buffers[layer]!;
    return `, Src: ${formatIpv6(bytes, at + 8)}, Dst: ${formatIpv6(bytes, at + 24)}`;
  },

  fields: ipv6Fields,
};

/** IPv6 that a link or tunnel announces: also what is of another version is then IPv6, if a bogus one. */
export const ipv6Link: Protocol = {
  name: "ipv6",
  title: ipv6.title,
  on: { link: [229] },
  parse: parseIpv6,
};

/** Reads an IPv6 packet, whatever its version says. */
export function parseIpv6(packet: Packet, start: number, end: number): void {
  const { bytes } = packet;
  if (start >= end) {
    reaches(packet, start + 1, end);
    return;
  }
  const layer = packet.push(ipv6, start, Math.min(start + HEADER, end));
  if (layer === -1 || bytes[start]! >> 4 !== 6 || !reaches(packet, start + HEADER, end)) return;
  packet.family = Family.ipv6;
  packet.addressBytes = bytes;
  packet.sourceAt = start + 8;
  packet.destinationAt = start + 24;
  const next = start + HEADER;
  const stop = next + u16(bytes, start + 4);
  if (stop < packet.wireEnd) packet.wireEnd = stop;
  const to = Math.min(end, packet.wireEnd);
  if (packet.networkEnd === -1) packet.networkEnd = to;
  handOverNext(packet, bytes[start + 6]!, next, to);
}

/** Hands over what a Next Header field announces: an extension header, or what the packet carries. */
export function handOverNext(packet: Packet, protocol: number, start: number, end: number): void {
  if (packet.handOver(Table.ip, protocol, start, end)) return;
  if (start >= packet.wireEnd && protocol !== NO_NEXT_HEADER) malformed.parse(packet, end, end);
  else unread.parse(packet, start, end);
}

/** What no dissector reads, and what has no next header. */
const unread: Protocol = {
  name: "data",
  title: "Data",

  parse(packet, start, end) {
    packet.push(unread, start, end);
  },

  summary: data.summary,
  fields: data.fields,

  info(packet, layer) {
    const outer = layer - 1;
    const protocol = nextHeaderOf(packet, outer);
    if (protocol === NO_NEXT_HEADER) return "IPv6 no next header";
    return `Unknown IP Protocol: ${ipProtocolName(protocol)} (${protocol})`;
  },
};

/** What a layer's header announces: IPv6 in its seventh byte, extension headers in their first. */
function nextHeaderOf(packet: Packet, layer: number): number {
  const at = packet.starts[layer]!;
  return packet.buffers[layer]![packet.protocols[layer] === ipv6 ? at + 6 : at]!;
}
