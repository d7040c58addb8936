import { data } from "../data.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import { parseIp } from "../network/ip.js";
import { parseIpv6 } from "../network/ipv6.js";
import { Family } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import { LONGEST_LENGTH } from "./payload.js";
import { ppp } from "./ppp.js";

const HEADER = 4;
const INET = 2;
const INET6 = [24, 28, 30]; // NetBSD and OpenBSD, FreeBSD, macOS

/**
 * BSD loopback encapsulation: the address family in four bytes, in the byte order of the machine that captured
 * (LINKTYPE_NULL) or of the network (LINKTYPE_LOOP).
 */
export const loopback: Protocol = {
  name: "null",
  title: "Null/Loopback",
  label: "N/A",
  on: { link: [0, 108] },

  parse(packet, start, end) {
    const { bytes } = packet;
    packet.family = Family.unavailable;
    packet.push(loopback, start, Math.min(start + HEADER, end));
    if (packet.linkType === 0 && bytes[start] === 0xff && bytes[start + 1] === 0x03 && end - start > HEADER) {
      packet.layerCount--;
      ppp.parse(packet, start, end);
      return;
    }
    if (!reaches(packet, start + HEADER, end)) return;
    const family = familyOf(bytes, start, packet.linkType);
    const next = start + HEADER;
    if (family === INET) parseIp(packet, next, end);
    else if (INET6.includes(family)) parseIpv6(packet, next, end);
    else if (family <= LONGEST_LENGTH || !packet.handOver(Table.ether, family, next, end))
      data.parse(packet, next, end);
  },

  info: () => "Null/Loopback",

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    if (fields.end - at < HEADER) return fields.list;
    const family = familyOf(fields.bytes, at, packet.linkType);
    const name = family === INET ? "IP" : INET6.includes(family) ? "IPv6" : "Unknown";
    fields.add("null.family", "Family", `${name} (${family})`, at, HEADER);
    return fields.list;
  },
};

function familyOf(bytes: Uint8Array, at: number, linkType: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER);
  const family = view.getUint32(0, linkType === 0);
  // of a machine with the other byte order
  return linkType === 0 && (family & 0xffff) === 0 ? view.getUint32(0) : family;
}
