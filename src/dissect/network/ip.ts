import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import { ipv4 } from "./ipv4.js";

/** An IP packet whose version is to be found in its first bits: where a link or tunnel says no more than "IP". */
export const ip: Protocol = {
  name: "ip",
  title: "Internet Protocol",
  label: "IP",
  on: { link: [228], ip: [4] },
  parse: parseIp,

  summary: (packet, layer) => `, bogus version (${versionOf(packet, layer)})`,
  info: (packet, layer) => `Bogus IP version (${versionOf(packet, layer)})`,

  fields(packet, layer) {
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.bits("ip.version", "Version", packet.starts[layer]!, 0xf0);
    return fields.list;
  },
};

/** Hands an IP packet to the dissector of its version. */
export function parseIp(packet: Packet, start: number, end: number): void {
  if (!reaches(packet, start + 1, end)) return;
  const version = packet.bytes[start]! >> 4;
  if (version === 4) ipv4.parse(packet, start, end);
  else if (version !== 6 || !packet.handOver(Table.ether, 0x86dd, start, end)) packet.push(ip, start, end);
}

function versionOf(packet: Packet, layer: number): number {
  return packet.buffers[layer]![packet.starts[layer]!]! >> 4;
}
