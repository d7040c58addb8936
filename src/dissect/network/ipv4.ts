import { formatIpv4 } from "../address.js";
import { hexNumber, u16 } from "../bytes.js";
import { data } from "../data.js";
import { reaches } from "../malformed.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import type { Reassembled } from "./fragments.js";
import { ipProtocolName, showIpProtocol } from "./ip-protocols.js";
import { ipv4Fields } from "./ipv4-fields.js";
import { finalDestination } from "./ipv4-options.js";

const HEADER = 20;
const MORE = 0x2000;
const OFFSET = 0x1fff;

/**
 * Internet Protocol (RFC 791 §3.1).
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |Version|  IHL  |Type of Service|          Total Length         |
 *     |         Identification        |Flags|      Fragment Offset    |
 *     |  Time to Live |    Protocol   |         Header Checksum       |
 *     |                       Source Address                          |
 *     |                    Destination Address                        |
 *     |                    Options                    |    Padding    |
 */
export const ipv4: Protocol = {
  name: "ip",
  title: "Internet Protocol Version 4",
  label: "IPv4",
  on: { ether: [0x0800] },

  parse(packet, start, end) {
    const { bytes } = packet;
    const first = bytes[start]!;
    const header = (first & 15) * 4;
    const layer = packet.push(ipv4, start, Math.min(start + Math.max(header, HEADER), end));
    if (layer === -1 || !reaches(packet, start + 1, end)) return;
    if (first >> 4 !== 4) {
      // Linux cooked captures have been seen to call IPv6 so
      if (first >> 4 === 6) packet.handOver(Table.ether, 0x86dd, start, end);
      return;
    }
    if (header < HEADER || !reaches(packet, start + HEADER, end)) return;
    const length = (bytes[start + 2]! << 8) | bytes[start + 3]!;
    if (length < header && length !== 0) return;
    packet.family = Family.ipv4;
    packet.addressBytes = bytes;
    packet.sourceAt = start + 12;
    packet.destinationAt =
      header > HEADER ? finalDestination(bytes, start, Math.min(start + header, end)) : start + 16;
    if (header > HEADER && !reaches(packet, start + header, end)) return;
    // a length of 0 comes from segmentation offload: the packet ends with the frame
    if (length !== 0 && start + length < packet.wireEnd) packet.wireEnd = start + length;
    const stop = Math.min(end, packet.wireEnd);
    if (packet.networkEnd === -1) packet.networkEnd = stop;
    const next = start + header;
    if (next >= packet.wireEnd) return;
    const fragment = ((bytes[start + 6]! << 8) | bytes[start + 7]!) & (MORE | OFFSET);
    if (fragment !== 0) parseFragment(packet, start, next, stop, fragment);
    else handOver(packet, bytes[start + 9]!, next, stop);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const size = packet.ends[layer]! - at;
    if (size < 1) return "";
    const header = (bytes[at]! & 15) * 4;
    if (bytes[at]! >> 4 !== 4) return `Bogus IPv4 version (${bytes[at]! >> 4}, must be 4)`;
    if (header < HEADER) return `Bogus IP header length (${header}, must be at least ${HEADER})`;
    if (size < HEADER) return "";
    const length = u16(bytes, at + 2);
    if (length < header && length !== 0)
      return `Bogus IP length (${length}, less than header length ${header})`;
    return payloadInfo(packet, layer);
  },

  summary(packet, layer) {
    const at = packet.starts[layer]!;
    if (packet.ends[layer]! - at < HEADER) return "";
    const bytes = packet.buffers[layer]!;
    return `, Src: ${formatIpv4(bytes, at + 12)}, Dst: ${formatIpv4(bytes, at + 16)}`;
  },

  fields: ipv4Fields,
};

/** What the Info says where no layer inside does: which protocol nobody reads, or of what this is a fragment. */
function payloadInfo(packet: Packet, layer: number): string {
  const at = packet.starts[layer]!;
  const bytes = packet.buffers[layer]!;
  const protocol = bytes[at + 9]!;
  const fragment = u16(bytes, at + 6) & (MORE | OFFSET);
  if (layer + 1 < packet.layerCount) {
    if (packet.protocols[layer + 1] !== data) return "";
    // put together and still unread, the data is no fragment's
    if (fragment === 0 || packet.buffers[layer + 1] !== bytes) return showIpProtocol(protocol);
  } else if ((fragment & OFFSET) === 0) return "";
  const place = `proto=${ipProtocolName(protocol)} ${protocol}, off=${(fragment & OFFSET) * 8}`;
  const text = `Fragmented IP protocol (${place}, ID=${hexNumber(u16(bytes, at + 4), 4).slice(2)})`;
  const whole = packet.known === undefined ? 0 : packet.conversations.fragments.frameOf(packet.number);
  return whole === 0 ? text : `${text} [Reassembled in #${whole}]`;
}

function handOver(packet: Packet, protocol: number, start: number, end: number): void {
  if (!packet.handOver(Table.ip, protocol, start, end)) data.parse(packet, start, end);
}

function parseFragment(packet: Packet, start: number, next: number, stop: number, fragment: number): void {
  const { bytes } = packet;
  const protocol = bytes[start + 9]!;
  // what the capture cut cannot be put together; a first fragment is read as far as it goes
  const cut = stop < packet.wireEnd || packet.wireEnd < start + u16(bytes, start + 2);
  if (cut || packet.quoted) {
    if (fragment & OFFSET) {
      data.parse(packet, next, stop);
      return;
    }
    packet.fragmented = (fragment & MORE) !== 0;
    handOver(packet, protocol, next, stop);
    return;
  }
  const whole = reassemble(packet, start, next, stop, fragment);
  if (whole === undefined) {
    data.parse(packet, next, stop);
    return;
  }
  packet.bytes = whole.bytes;
  packet.wireEnd = whole.bytes.length;
  handOver(packet, protocol, 0, whole.bytes.length);
}

function reassemble(
  packet: Packet,
  start: number,
  next: number,
  stop: number,
  fragment: number,
): Reassembled | undefined {
  const { bytes, number } = packet;
  const { fragments } = packet.conversations;
  if (!packet.learning) return fragments.of(number);
  const key = `${formatIpv4(bytes, start + 12)} ${formatIpv4(bytes, start + 16)} ${bytes[start + 9]} ${u16(bytes, start + 4)}`;
  const offset = (fragment & OFFSET) * 8;
  return fragments.add(key, number, bytes, next, stop, offset, (fragment & MORE) !== 0);
}
