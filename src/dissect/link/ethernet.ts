import { formatMac } from "../address.js";
import { hexBytes, u16 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { showEtherType } from "./ether-types.js";
import { handOverType, isRaw, LONGEST_LENGTH } from "./payload.js";
import { unreadableLength } from "./unreadable-length.js";

const HEADER = 14;
const FIRST_TYPE = 0x0600;

/** Ethernet (IEEE 802.3 clause 3.1.1): what follows the addresses is a type, or a length. */
export const ethernet: Protocol = {
  name: "eth",
  title: "Ethernet",
  label: "Ethernet",
  on: { link: [1], ether: [0x6558] },

  parse(packet, start, end) {
    const { bytes } = packet;
    packet.push(ethernet, start, Math.min(start + HEADER, end));
    if (end - start >= 12) {
      packet.family = Family.ethernet;
      packet.addressBytes = bytes;
      packet.destinationAt = start;
      packet.sourceAt = start + 6;
    }
    if (!reaches(packet, start + HEADER, end)) return;
    const type = (bytes[start + 12]! << 8) | bytes[start + 13]!;
    if (type > LONGEST_LENGTH && type < FIRST_TYPE) unreadableLength.parse(packet, start + HEADER, end);
    else handOverType(packet, type, start + HEADER, end);
  },

  info: kindOf,
  summary: (packet, layer) => {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    if (packet.ends[layer]! - at < HEADER) return "";
    const kind = u16(bytes, at + 12) >= FIRST_TYPE ? " II" : "";
    return `${kind}, Src: ${formatMac(bytes, at + 6)}, Dst: ${formatMac(bytes, at)}`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, end);
    address(fields, "eth.dst", "Destination", at);
    address(fields, "eth.src", "Source", at + 6);
    if (end - at < HEADER) return fields.list;
    const type = u16(fields.bytes, at + 12);
    if (type >= FIRST_TYPE || type === 0) fields.number("eth.type", "Type", at + 12, 2, showEtherType);
    else if (type <= LONGEST_LENGTH) fields.number("eth.len", "Length", at + 12, 2);
    else fields.number("eth.invalid_lentype", "Invalid length/type", at + 12, 2);
    return [...fields.list, ...tail(packet, layer)];
  },
};

function kindOf(packet: Packet, layer: number): string {
  const at = packet.starts[layer]!;
  const end = packet.ends[layer]!;
  const bytes = packet.buffers[layer]!;
  if (end - at < HEADER) return "";
  const type = u16(bytes, at + 12);
  if (type >= FIRST_TYPE || type === 0) return "Ethernet II";
  return `IEEE 802.3 Ethernet ${isRaw(bytes, end, packet.frameEnd) ? "Raw " : ""}`;
}

/** An address, with what its first byte says of it (IEEE 802 clause 8.2). */
function address(fields: FieldList, name: string, label: string, at: number): void {
  if (at + 6 > fields.end) return;
  fields.group(name, label, formatMac(fields.bytes, at), at, 6, (children) => {
    const first = fields.bytes[at]!;
    children.add(`${name}.lg`, "LG bit", first & 2 ? LOCAL : GLOBAL, at, 3);
    children.add(`${name}.ig`, "IG bit", first & 1 ? GROUP : INDIVIDUAL, at, 3);
  });
}

const LOCAL = "Locally administered address (this is NOT the factory default)";
const GLOBAL = "Globally unique address (factory default)";
const GROUP = "Group address (multicast/broadcast)";
const INDIVIDUAL = "Individual address (unicast)";

const SHORTEST_FRAME = 60; // without the frame check sequence, which captures rarely have

/** What follows the network layer: zeros up to the shortest frame are padding, the rest is a trailer. */
function tail(packet: Packet, layer: number) {
  const from = packet.networkEnd;
  const bytes = packet.frameBytes;
  const end = packet.frameEnd;
  if (layer !== 0 || from === -1 || from >= end || packet.wireEnds[layer]! > end) return [];
  let padded = Math.min(end, packet.frameStart + SHORTEST_FRAME);
  if (padded <= from || bytes.subarray(from, padded).some((byte) => byte !== 0)) padded = from;
  const fields = new FieldList(bytes, end);
  if (padded > from) fields.add("eth.padding", "Padding", hexBytes(bytes, from, padded), from, padded - from);
  if (end > padded) fields.add("eth.trailer", "Trailer", hexBytes(bytes, padded, end), padded, end - padded);
  return fields.list;
}
