import { hexNumber, u16, u24, u32 } from "../bytes.js";
import { ethernet } from "../link/ethernet.js";
import { parsePpp } from "../link/ppp.js";
import { parseIpv6 } from "../network/ipv6.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import { rowOnly } from "../row.js";

// Tunnels in datagrams: behind their headers are frames or packets of other networks.

const VXLAN_HEADER = 8;

/** Virtual eXtensible Local Area Network (RFC 7348 §5): an Ethernet frame behind eight bytes. */
const vxlan: Protocol = {
  ...rowOnly({
    name: "vxlan",
    title: "Virtual eXtensible Local Area Network",
    label: "VxLAN",
    on: { udp: [4789] },
  }),
  parse(packet, start, end) {
    if (end - start < VXLAN_HEADER) return;
    packet.push(vxlan, start, start + VXLAN_HEADER);
    ethernet.parse(packet, start + VXLAN_HEADER, end);
  },
  summary: (packet, layer) => `, VNI: ${u24(packet.buffers[layer]!, packet.starts[layer]! + 4)}`,
};

/** Generic Network Virtualization Encapsulation (RFC 8926 §3.4). */
const geneve: Protocol = {
  ...rowOnly({
    name: "geneve",
    title: "Generic Network Virtualization Encapsulation",
    label: "Geneve",
    on: { udp: [6081] },
    info: (bytes, start) => `Encapsulated ${hexNumber(u16(bytes, start + 2), 4)}`,
  }),
  parse(packet, start, end) {
    if (end - start < 8) return;
    const { bytes } = packet;
    const from = Math.min(end, start + 8 + 4 * (bytes[start]! & 0x3f));
    packet.push(geneve, start, from);
    packet.handOver(Table.ether, u16(bytes, start + 2), from, end);
  },
};

const IPV6 = 6;

/** Teredo (RFC 4380 §5.1.1): IPv6, perhaps behind an authentication and an origin. */
const teredo: Protocol = {
  ...rowOnly({
    name: "teredo",
    title: "Teredo IPv6 over UDP tunneling",
    label: "Teredo",
    on: { udp: [3544] },
  }),
  parse(packet, start, end) {
    const { bytes } = packet;
    let at = start;
    if (at + 4 <= end && u16(bytes, at) === 1) at += 13 + bytes[at + 2]! + bytes[at + 3]!;
    if (at + 2 <= end && u16(bytes, at) === 0) at += 8;
    if (at >= end || bytes[at]! >> 4 !== IPV6) return;
    if (at > start) packet.push(teredo, start, at);
    parseIpv6(packet, at, end);
  },
};

const CONTROL = 0x8000;
const LENGTH = 0x4000;
const SEQUENCE = 0x0800;
const OFFSET = 0x0200;

const CONTROLS: Readonly<Record<number, string>> = {
  1: "SCCRQ",
  2: "SCCRP",
  3: "SCCCN",
  4: "StopCCN",
  6: "Hello",
  7: "OCRQ",
  8: "OCRP",
  9: "OCCN",
  10: "ICRQ",
  11: "ICRP",
  12: "ICCN",
  14: "CDN",
  15: "WEN",
  16: "SLI",
};

/** Layer Two Tunneling Protocol (RFC 2661 §3.1), and version 3 (RFC 3931 §3.2.1) as far as its control goes. */
const l2tp: Protocol = {
  ...rowOnly({
    name: "l2tp",
    title: "Layer 2 Tunneling Protocol",
    label: (bytes, start) => ((bytes[start + 1]! & 15) === 3 ? "L2TPv3" : "L2TP"),
    on: { udp: [1701] },
    info: l2tpInfo,
  }),
  parse(packet, start, end) {
    if (end - start < 6) return;
    const flags = u16(packet.bytes, start);
    const header = Math.min(end, start + headerLength(packet.bytes, start, end));
    packet.push(l2tp, start, flags & CONTROL ? end : header);
    if (!(flags & CONTROL) && (flags & 15) === 2 && header < end) handOverPpp(packet, header, end);
  },
};

function handOverPpp(packet: Packet, at: number, end: number): void {
  const framed = end - at >= 2 && packet.bytes[at] === 0xff && packet.bytes[at + 1] === 0x03;
  parsePpp(packet, at, framed ? at + 2 : at, end);
}

function headerLength(bytes: Uint8Array, start: number, end: number): number {
  const flags = u16(bytes, start);
  const before = 6 + (flags & LENGTH ? 2 : 0) + (flags & SEQUENCE ? 4 : 0);
  if (!(flags & OFFSET)) return before;
  return before + 2 + (start + before + 2 <= end ? u16(bytes, start + before) : 0);
}

function l2tpInfo(bytes: Uint8Array, start: number, end: number): string {
  const flags = u16(bytes, start);
  const at = start + (flags & LENGTH ? 4 : 2);
  if (at + 4 > end) return "";
  const control = (flags & CONTROL) !== 0;
  // behind the identifiers and the sequence numbers comes the type's own attribute
  const attribute = at + 8;
  const type = attribute + 8 <= end ? (CONTROLS[u16(bytes, attribute + 6)] ?? "Unknown") : "ZLB     ";
  if ((flags & 15) === 3) return `Control Message - ${type} (ccid=${hexNumber(u32(bytes, at), 8)})`;
  const where = `(tunnel id=${u16(bytes, at)}, session id=${u16(bytes, at + 2)})`;
  return control ? `Control Message - ${type} ${where}` : `Data    Message            ${where}`;
}

export const tunnels: readonly Protocol[] = [vxlan, geneve, teredo, l2tp];
