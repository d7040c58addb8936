import { formatIpv6 } from "../address.js";
import { hexNumber, u16 } from "../bytes.js";
import { data } from "../data.js";
import { malformed, reaches } from "../malformed.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { requestChecksum } from "./icmp.js";
import { icmpv6Fields } from "./icmpv6-fields.js";
import { Icmpv6, icmpv6CodeName, icmpv6TypeName } from "./icmpv6-names.js";
import { ipv6 } from "./ipv6.js";
import { listenerMessageEnd, neighborOptions, optionsStart, showLinkAddresses } from "./neighbor-options.js";

const HEADER = 8;
const IPV6 = 0x86dd;

/** Internet Control Message Protocol for IPv6 (RFC 4443), with Neighbor (RFC 4861) and Listener Discovery. */
export const icmpv6: Protocol = {
  name: "icmpv6",
  title: "Internet Control Message Protocol v6",
  label: "ICMPv6",
  on: { ip: [58] },

  parse(packet, start, end) {
    const { bytes } = packet;
    const layer = packet.push(icmpv6, start, end);
    if (layer === -1 || !reaches(packet, start + 4, end)) return;
    const type = bytes[start]!;
    const options = optionsStart(type);
    if (options !== undefined) {
      if (reaches(packet, start + options, end)) {
        const { whole } = neighborOptions(bytes, start + options, end);
        if (!whole) reaches(packet, end + 1, end);
      }
    } else if (type >= Icmpv6.unreachable && type <= Icmpv6.problem) {
      if (!reaches(packet, start + HEADER + 1, end)) return;
      packet.ends[layer] = start + HEADER;
      packet.quote(IPV6, start + HEADER, end);
    } else if (type === Icmpv6.echo || type === Icmpv6.echoReply) {
      if (!reaches(packet, start + HEADER, end)) return;
      packet.ends[layer] = start + HEADER;
      if (packet.learning) matchEcho(packet, start, type);
      data.parse(packet, start + HEADER, end);
    } else if (isListener(type) && listenerMessageEnd(bytes, start, end) > end) {
      malformed.parse(packet, end, end);
    }
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const bytes = packet.buffers[layer]!;
    if (end <= at) return "";
    const type = bytes[at]!;
    const code = end - at < 2 ? undefined : icmpv6CodeName(type, bytes[at + 1]!);
    const text = icmpv6TypeName(type) + (code === undefined ? "" : ` (${code})`);
    const start = optionsStart(type);
    if (start !== undefined) return text + neighborInfo(bytes, at, end, type, start);
    if ((type !== Icmpv6.echo && type !== Icmpv6.echoReply) || end - at < HEADER) return text;
    const numbers = ` id=${hexNumber(u16(bytes, at + 4), 4)}, seq=${u16(bytes, at + 6)}`;
    return `${text}${numbers}${hopLimit(packet, layer)}${echoRemark(packet, type)}`;
  },

  fields: icmpv6Fields,
};

function isListener(type: number): boolean {
  return (type >= Icmpv6.listenerQuery && type <= Icmpv6.listenerDone) || type === Icmpv6.listenerReport2;
}

/** ` for fe80::1 from 02:00:…`: whom a neighbor asks for, and what it says of itself. */
function neighborInfo(bytes: Uint8Array, at: number, end: number, type: number, start: number): string {
  if (at + start > end) return "";
  const addresses = showLinkAddresses(bytes, neighborOptions(bytes, at + start, end).options);
  if (type === Icmpv6.neighborSolicitation) return ` for ${formatIpv6(bytes, at + 8)}${addresses}`;
  if (type !== Icmpv6.neighborAdvertisement) return addresses;
  const flags = ["rtr", "sol", "ovr"].filter((_, i) => bytes[at + 4]! & (0x80 >> i));
  return ` ${formatIpv6(bytes, at + 8)} (${flags.join(", ") || "none"})${addresses}`;
}

function hopLimit(packet: Packet, layer: number): string {
  for (let outer = layer - 1; outer >= 0; outer--) {
    if (packet.protocols[outer] === ipv6) {
      return `, hop limit=${packet.buffers[outer]![packet.starts[outer]! + 7]}`;
    }
  }
  return "";
}

/** Which frame holds the other half; that of a request is known at a later look only, as in Wireshark. */
function echoRemark(packet: Packet, type: number): string {
  const other = packet.conversations.echoes.otherOf(packet.number);
  if (type === Icmpv6.echoReply) return other === 0 ? "" : ` (request in ${other})`;
  if (packet.known === undefined) return "";
  if (other !== 0) return ` (reply in ${other})`;
  const multicast = packet.family === Family.ipv6 && packet.addressBytes[packet.destinationAt] === 0xff;
  return multicast ? " (multicast)" : " (no response found!)";
}

function matchEcho(packet: Packet, start: number, type: number): void {
  if (packet.family !== Family.ipv6) return;
  const { bytes, addressBytes, sourceAt, destinationAt, number, conversations } = packet;
  const request = type === Icmpv6.echo;
  const checksum = u16(bytes, start + 2);
  const key = {
    // the type counts 1 more in the reply, and the checksum 1 less
    checksum: request ? checksum % 0xffff : requestChecksum(checksum, -0x0100),
    identifier: u16(bytes, start + 4),
    sequence: u16(bytes, start + 6),
  };
  if (request) conversations.echoes.request(number, key, addressBytes, sourceAt, destinationAt, 4);
  else conversations.echoes.reply(number, key, addressBytes, destinationAt, sourceAt, 4);
}
