import { formatIpv4 } from "../address.js";
import { Family, type Packet } from "../packet.js";
import type { Field, Protocol } from "../protocol.js";

const HEADER = 20;

/** Internet Protocol (RFC 791 §3.1). */
export const ipv4: Protocol = {
  name: "ip",
  title: "Internet Protocol Version 4",
  label: "IPv4",
  on: { ether: [0x0800], link: [228], ip: [4] },

  parse(packet, start, end) {
    const { bytes } = packet;
    const header = (bytes[start]! & 15) * 4;
    const layer = packet.push(ipv4, start, Math.min(start + header, end));
    if (layer === -1 || end - start < HEADER || header < HEADER || end - start < header) return;
    if (!packet.quoted) {
      packet.family = Family.ipv4;
      packet.addressBytes = bytes;
      packet.sourceAt = start + 12;
      packet.destinationAt = start + 16;
    }
    const total = (bytes[start + 2]! << 8) | bytes[start + 3]!;
    // a total of 0 comes from segmentation offload: the frame's end is the packet's (as Wireshark takes it)
    const stop = total >= header ? Math.min(end, start + total) : end;
    const fragmentOffset = ((bytes[start + 6]! & 0x1f) << 8) | bytes[start + 7]!;
    if (fragmentOffset === 0) packet.handOver("ip", bytes[start + 9]!, start + header, stop);
  },

  info(packet, layer) {
    return `IP protocol ${packet.buffers[layer]![packet.starts[layer]! + 9]}`;
  },

  fields(packet: Packet, layer: number): Field[] {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    if (packet.ends[layer]! - at < HEADER) return [];
    return [
      { name: "ip.ttl", label: "Time to Live", value: `${bytes[at + 8]}`, start: at + 8, end: at + 9 },
      { name: "ip.src", label: "Source Address", value: formatIpv4(bytes, at + 12), start: at + 12, end: at + 16 },
      { name: "ip.dst", label: "Destination Address", value: formatIpv4(bytes, at + 16), start: at + 16, end: at + 20 },
    ];
  },
};
