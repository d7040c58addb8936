import type { Packet } from "../packet.js";
import type { Field, Protocol } from "../protocol.js";
import { handOverMedia } from "../media/demultiplex.js";

const HEADER = 8;

/** User Datagram Protocol (RFC 768). */
export const udp: Protocol = {
  name: "udp",
  title: "User Datagram Protocol",
  label: "UDP",
  on: { ip: [17] },

  parse(packet, start, end) {
    const { bytes } = packet;
    const layer = packet.push(udp, start, Math.min(start + HEADER, end));
    if (layer === -1 || end - start < HEADER) return;
    const source = (bytes[start]! << 8) | bytes[start + 1]!;
    const destination = (bytes[start + 2]! << 8) | bytes[start + 3]!;
    if (!packet.quoted) {
      packet.sourcePort = source;
      packet.destinationPort = destination;
    }
    const length = (bytes[start + 4]! << 8) | bytes[start + 5]!;
    const stop = length >= HEADER ? Math.min(end, start + length) : end;
    const from = start + HEADER;
    if (from >= stop) return;
    if (handOverMedia(packet, from, stop)) return;
    const low = Math.min(source, destination);
    const high = Math.max(source, destination);
    if (packet.handOver("udp", low, from, stop) || packet.handOver("udp", high, from, stop)) return;
    packet.handOverByLook("udp", from, stop);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const port = (from: number) => (bytes[from]! << 8) | bytes[from + 1]!;
    return `${port(at)} → ${port(at + 2)} Len=${port(at + 4) - HEADER}`;
  },

  fields(packet: Packet, layer: number): Field[] {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    if (packet.ends[layer]! - at < HEADER) return [];
    const number = (from: number) => String((bytes[from]! << 8) | bytes[from + 1]!);
    return [
      { name: "udp.srcport", label: "Source Port", value: number(at), start: at, end: at + 2 },
      { name: "udp.dstport", label: "Destination Port", value: number(at + 2), start: at + 2, end: at + 4 },
      { name: "udp.length", label: "Length", value: number(at + 4), start: at + 4, end: at + 6 },
    ];
  },
};
