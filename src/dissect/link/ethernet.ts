import { formatMac } from "../address.js";
import { Family, type Packet } from "../packet.js";
import type { Field, Protocol } from "../protocol.js";

const HEADER = 14;

/** Ethernet II (IEEE 802.3 clause 3.1.1); the type field says what follows. */
export const ethernet: Protocol = {
  name: "eth",
  title: "Ethernet II",
  label: "Ethernet",
  on: { link: [1] },

  parse(packet, start, end) {
    const { bytes } = packet;
    packet.push(ethernet, start, Math.min(start + HEADER, end));
    if (end - start < HEADER) return;
    packet.family = Family.ethernet;
    packet.addressBytes = bytes;
    packet.destinationAt = start;
    packet.sourceAt = start + 6;
    packet.handOver("ether", (bytes[start + 12]! << 8) | bytes[start + 13]!, start + HEADER, end);
  },

  info(packet, layer) {
    return `Ethernet II, ${etherType(packet, packet.starts[layer]!)}`;
  },

  fields(packet, layer): Field[] {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    if (packet.ends[layer]! - at < HEADER) return [];
    return [
      { name: "eth.dst", label: "Destination", value: formatMac(bytes, at), start: at, end: at + 6 },
      { name: "eth.src", label: "Source", value: formatMac(bytes, at + 6), start: at + 6, end: at + 12 },
      { name: "eth.type", label: "Type", value: etherType(packet, at), start: at + 12, end: at + 14 },
    ];
  },
};

function etherType(packet: Packet, at: number): string {
  const type = (packet.frameBytes[at + 12]! << 8) | packet.frameBytes[at + 13]!;
  return `0x${type.toString(16).padStart(4, "0")}`;
}
