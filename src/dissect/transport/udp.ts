import { u16 } from "../bytes.js";
import { data } from "../data.js";
import { malformed, reaches } from "../malformed.js";
import { handOverMedia } from "../media/demultiplex.js";
import { settle } from "../media/settle.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import { udpFields } from "./udp-fields.js";

const HEADER = 8;

/**
 * User Datagram Protocol (RFC 768).
 *
 *      0      7 8     15 16    23 24    31
 *     |      source     |   destination   |
 *     |      length     |    checksum     |
 */
export const udp: Protocol = {
  name: "udp",
  title: "User Datagram Protocol",
  label: "UDP",
  on: { ip: [17] },

  parse(packet, start, end) {
    const { bytes } = packet;
    if (!reaches(packet, start + 4, end)) return;
    const layer = packet.push(udp, start, Math.min(end, start + HEADER));
    if (layer === -1) return;
    packet.sourcePort = u16(bytes, start);
    packet.destinationPort = u16(bytes, start + 2);
    if (!reaches(packet, start + 6, end)) return;
    const length = (bytes[start + 4]! << 8) | bytes[start + 5]!;
    const jumbo = length === 0 && packet.family === Family.ipv6; // RFC 2675 §4
    if ((length < HEADER && !jumbo) || !reaches(packet, start + HEADER, end)) return;
    const from = start + HEADER;
    if (!jumbo && start + length < packet.wireEnd) packet.wireEnd = start + length;
    const stop = Math.min(end, packet.wireEnd);
    if (from >= stop) {
      if (from === packet.wireEnd && length > HEADER && !packet.quoted) malformed.parse(packet, stop, stop);
      return;
    }
    handOverPayload(packet, from, stop);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const ports = `${u16(bytes, at)} → ${u16(bytes, at + 2)}`;
    if (packet.ends[layer]! - at < 6) return ports;
    const there = packet.wireEnds[layer]! - at;
    const jumbo = u16(bytes, at + 4) === 0 && packet.family === Family.ipv6;
    const length = jumbo ? there : u16(bytes, at + 4);
    if (length < HEADER) return `${ports} [BAD UDP LENGTH ${length} < ${HEADER}]`;
    const tooLong = length > there && !packet.fragmented;
    const bad = tooLong ? ` [BAD UDP LENGTH ${length} > IP PAYLOAD LENGTH]` : "";
    return `${ports}${bad} Len=${length - HEADER}${jumbo ? " [Jumbogram]" : ""}${checksumRemark(packet, layer)}`;
  },

  summary(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    return `, Src Port: ${u16(bytes, at)}, Dst Port: ${u16(bytes, at + 2)}`;
  },

  fields: udpFields,
};

/** Hands over what a datagram carries: to what was announced for its endpoints, to its ports, to what it looks like. */
export function handOverPayload(packet: Packet, start: number, end: number): void {
  if (handOverMedia(packet, start, end)) {
    settle(packet);
    return;
  }
  const low = Math.min(packet.sourcePort, packet.destinationPort);
  const high = Math.max(packet.sourcePort, packet.destinationPort);
  if (low !== 0 && packet.handOver(Table.udp, low, start, end)) return;
  if (high !== 0 && packet.handOver(Table.udp, high, start, end)) return;
  if (packet.handOverByLook("udp", start, end)) settle(packet);
  else data.parse(packet, start, end);
}

/** Over IPv6 the checksum cannot be left out (RFC 8200 §8.1). */
function checksumRemark(packet: Packet, layer: number): string {
  const at = packet.starts[layer]!;
  if (packet.family !== Family.ipv6 || packet.ends[layer]! - at < HEADER) return "";
  return u16(packet.buffers[layer]!, at + 6) === 0 ? " [ILLEGAL CHECKSUM (0)]" : "";
}
