import { hexNumber, u16 } from "../bytes.js";
import { data } from "../data.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import { parseIp } from "./ip.js";

const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
const ACKNOWLEDGMENT = 0x0080; // of version 1
const IPV4 = 0x0800;

/** Frames that a switch mirrors (ERSPAN): with a header where they are numbered. */
const MIRROR = 0x88be;
const MIRROR_HEADER = 8;
const ETHERNET = 0x6558;

const TYPES: Readonly<Record<number, string>> = {
  0: "Possible GRE keepalive packet",
  2048: "IP",
  25944: "Transparent Ethernet bridging",
  34887: "MPLS label switched packet",
  34827: "PPP",
  35006: "ERSPAN",
  34525: "IPv6",
};

/** Generic Routing Encapsulation (RFC 2784, RFC 2890), and version 1 as PPTP has it (RFC 2637 §4.1). */
export const gre: Protocol = {
  name: "gre",
  title: "Generic Routing Encapsulation",
  label: "GRE",
  on: { ip: [47] },

  parse(packet, start, end) {
    const { bytes } = packet;
    if (!reaches(packet, start + 4, end)) return;
    const layer = packet.push(gre, start, end);
    if (layer === -1) return;
    const next = headerEnd(bytes, start, end);
    if (!reaches(packet, next, end)) return;
    packet.ends[layer] = next;
    if (next >= end) return;
    const type = u16(bytes, start + 2);
    if (type === IPV4) parseIp(packet, next, end);
    else if (type === MIRROR) {
      const header = u16(bytes, start) & SEQUENCE ? MIRROR_HEADER : 0;
      packet.handOver(Table.ether, ETHERNET, Math.min(end, next + header), end);
    } else if (!packet.handOver(Table.ether, type, next, end)) data.parse(packet, next, end);
  },

  info(packet, layer) {
    const type = u16(packet.buffers[layer]!, packet.starts[layer]! + 2);
    return `Encapsulated ${TYPES[type] ?? `0x${type.toString(16).toUpperCase().padStart(4, "0")} (unknown)`}`;
  },

  summary(packet, layer) {
    const type = u16(packet.buffers[layer]!, packet.starts[layer]! + 2);
    return ` (${TYPES[type] ?? hexNumber(type, 4)})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("gre.flags_and_version", "Flags and Version", at, 2, (value) => hexNumber(value, 4));
    fields.bits("gre.flags.checksum", "Checksum Bit", at, CHECKSUM, yesOrNo);
    fields.bits("gre.flags.routing", "Routing Bit", at, ROUTING, yesOrNo);
    fields.bits("gre.flags.key", "Key Bit", at, KEY, yesOrNo);
    fields.bits("gre.flags.sequence_number", "Sequence Number Bit", at, SEQUENCE, yesOrNo);
    fields.bits("gre.flags.version", "Version", at + 1, 0x07);
    const type = (value: number) => `${TYPES[value] ?? "Unknown"} (${hexNumber(value, 4)})`;
    fields.number("gre.proto", "Protocol Type", at + 2, 2, type);
    listWords(fields, at);
    return fields.list;
  },
};

function listWords(fields: FieldList, start: number): void {
  if (start + 4 > fields.end) return;
  const flags = u16(fields.bytes, start);
  let at = start + 4;
  if (flags & (CHECKSUM | ROUTING)) {
    fields.number("gre.checksum", "Checksum", at, 2, (value) => hexNumber(value, 4));
    fields.number("gre.offset", "Offset", at + 2, 2);
    at += 4;
  }
  if (flags & KEY && (flags & 7) === 1) {
    fields.number("gre.key.payload_length", "Payload Length", at, 2);
    fields.number("gre.key.call_id", "Call ID", at + 2, 2);
  } else if (flags & KEY) fields.number("gre.key", "Key", at, 4, (value) => hexNumber(value, 8));
  if (flags & KEY) at += 4;
  if (flags & SEQUENCE) fields.number("gre.sequence_number", "Sequence Number", at, 4);
}

function yesOrNo(bit: number): string {
  return bit ? "Yes" : "No";
}

/** Where the optional words end that the flags announce. */
function headerEnd(bytes: Uint8Array, start: number, end: number): number {
  const flags = u16(bytes, start);
  let at = start + 4;
  if (flags & (CHECKSUM | ROUTING)) at += 4;
  if (flags & KEY) at += 4;
  if (flags & SEQUENCE) at += 4;
  if ((flags & 7) === 1 && flags & ACKNOWLEDGMENT) at += 4;
  // routing entries (RFC 1701): a family, an offset and a length; an empty one is the last
  while (flags & ROUTING && at + 4 <= end) {
    const length = bytes[at + 3]!;
    at += 4 + length;
    if (length === 0) break;
  }
  return at;
}
