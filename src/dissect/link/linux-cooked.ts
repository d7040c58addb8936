import { formatIpv4, formatMac } from "../address.js";
import { hexBytes, u16 } from "../bytes.js";
import { data } from "../data.js";
import { FieldList, named } from "../fields.js";
import { reaches } from "../malformed.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { showEtherType } from "./ether-types.js";
import { ethernet } from "./ethernet.js";
import { llc } from "./llc.js";
import { handOverType } from "./payload.js";

/** Where the fields of a cooked header lie. */
interface Layout {
  header: number;
  packetType: number;
  hardware: number;
  addressLength: number;
  address: number;
  protocol: number;
}

/** ARPHRD_ types of Linux. */
const HARDWARE: Readonly<Record<number, string>> = {
  1: "Ethernet",
  512: "PPP",
  772: "Loopback",
  778: "GRE over IP",
};

const DIRECTIONS: Readonly<Record<number, string>> = {
  0: "Unicast to us",
  1: "Broadcast",
  2: "Multicast",
  3: "Unicast to another host",
  4: "Sent by us",
};

// protocols below the EtherTypes: what Linux puts there for frames of IEEE 802
const ETHERNET = 0x0003;
const LLC = 0x0004;
const FIRST_TYPE = 0x0600;

/** Linux cooked capture (LINKTYPE_LINUX_SLL): what `-i any` gives, with one address and a type. */
export const cooked = cookedProtocol("Linux cooked capture v1", 113, {
  header: 16,
  packetType: 0,
  hardware: 2,
  addressLength: 4,
  address: 6,
  protocol: 14,
});

/** Linux cooked capture v2 (LINKTYPE_LINUX_SLL2), which also says on which interface. */
export const cooked2 = cookedProtocol("Linux cooked capture v2", 276, {
  header: 20,
  packetType: 10,
  hardware: 8,
  addressLength: 11,
  address: 12,
  protocol: 0,
});

function cookedProtocol(title: string, link: number, layout: Layout): Protocol {
  const protocol: Protocol = {
    name: "sll",
    title,
    label: "SLL",
    on: { link: [link] },

    parse(packet, start, end) {
      const { bytes } = packet;
      packet.push(protocol, start, Math.min(start + layout.header, end));
      if (!reaches(packet, start + layout.header, end)) return;
      showAddress(packet, start, layout);
      const type = u16(bytes, start + layout.protocol);
      const next = start + layout.header;
      if (type === LLC) llc.parse(packet, next, end);
      else if (type === ETHERNET) ethernet.parse(packet, next, end);
      else if (type < FIRST_TYPE) data.parse(packet, next, end);
      else handOverType(packet, type, next, end);
    },

    info(packet, layer) {
      const at = packet.starts[layer]!;
      if (packet.ends[layer]! - at < layout.packetType + 2) return "";
      const direction = directionOf(packet.buffers[layer]!, at, layout);
      return DIRECTIONS[direction] ?? `Unknown (${direction})`;
    },

    fields(packet, layer) {
      const at = packet.starts[layer]!;
      const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
      if (fields.end - at < layout.header) return fields.list;
      if (link === 276) fields.number("sll.etype", "Protocol", at, 2, showEtherType);
      if (link === 276) fields.number("sll.ifindex", "Interface index", at + 4, 4);
      fields.number(
        "sll.pkttype",
        "Packet type",
        at + layout.packetType,
        link === 276 ? 1 : 2,
        named(DIRECTIONS),
      );
      fields.number("sll.hatype", "Link-layer address type", at + layout.hardware, 2, named(HARDWARE));
      const size = link === 276 ? 1 : 2;
      fields.number("sll.halen", "Link-layer address length", at + layout.addressLength, size);
      listAddress(fields, at, layout);
      if (link === 113) fields.number("sll.etype", "Protocol", at + layout.protocol, 2, showEtherType);
      return fields.list;
    },
  };
  return protocol;
}

/** A type and, in the second version, a length in the byte after it that is counted as part of it in 16 bits. */
function directionOf(bytes: Uint8Array, at: number, layout: Layout): number {
  return layout.header === 16 ? u16(bytes, at) : bytes[at + layout.packetType]!;
}

function lengthOf(bytes: Uint8Array, at: number, layout: Layout): number {
  return layout.header === 16 ? u16(bytes, at + layout.addressLength) : bytes[at + layout.addressLength]!;
}

function showAddress(packet: Packet, start: number, layout: Layout): void {
  const length = lengthOf(packet.bytes, start, layout);
  packet.family = length === 6 ? Family.ethernet : length === 4 ? Family.ipv4 : Family.none;
  packet.addressBytes = packet.bytes;
  packet.sourceAt = start + layout.address;
  packet.destinationAt = -1;
}

function listAddress(fields: FieldList, start: number, layout: Layout): void {
  const { bytes } = fields;
  const at = start + layout.address;
  const length = Math.min(8, lengthOf(bytes, start, layout));
  if (length === 6) fields.add("sll.src.eth", "Source", formatMac(bytes, at), at, 6);
  else if (length === 4) fields.add("sll.src.ipv4", "Source", formatIpv4(bytes, at), at, 4);
  else if (length > 0) fields.add("sll.src.other", "Source", hexBytes(bytes, at, at + length), at, length);
  if (length < 8)
    fields.add("sll.unused", "Unused", hexBytes(bytes, at + length, at + 8), at + length, 8 - length);
}
