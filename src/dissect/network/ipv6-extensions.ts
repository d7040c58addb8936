import { formatIpv6 } from "../address.js";
import { hexNumber } from "../bytes.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { showIpProtocol } from "./ip-protocols.js";
import { handOverNext } from "./ipv6.js";

const ADDRESS = 16;

/** Options for every hop (RFC 8200 §4.3). */
export const hopByHop = optionsHeader("ipv6.hopopts", "IPv6 Hop-by-Hop Option", 0, "IPv6 hop-by-hop options");

/** Options for the destination (RFC 8200 §4.6). */
export const destinationOptions = optionsHeader(
  "ipv6.dstopts",
  "Destination Options for IPv6",
  60,
  "IPv6 destination options",
);

/** A list of nodes to visit on the way (RFC 8200 §4.4). */
export const routing: Protocol = {
  name: "ipv6.routing",
  title: "Routing Header for IPv6",
  on: { ip: [43] },

  parse(packet, start, end) {
    const layer = packet.push(routing, start, end);
    const next = layer === -1 ? -1 : headerEnd(packet, start, end);
    if (next === -1) return;
    packet.ends[layer] = next;
    const destination = finalDestination(packet.bytes, start, next);
    if (destination !== -1) packet.destinationAt = destination;
    handOverNext(packet, packet.bytes[start]!, next, end);
  },

  info: () => "IPv6 routing",

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = headerFields(packet, layer, "ipv6.routing");
    fields.number(
      "ipv6.routing.type",
      "Type",
      at + 2,
      1,
      (type) => `${ROUTING_TYPES[type] ?? "Unknown"} (${type})`,
    );
    fields.number("ipv6.routing.segleft", "Segments Left", at + 3, 1);
    for (let address = at + 8, i = 1; address + ADDRESS <= fields.end; address += ADDRESS, i++) {
      fields.add(
        "ipv6.routing.src.addr",
        `Address[${i}]`,
        formatIpv6(fields.bytes, address),
        address,
        ADDRESS,
      );
    }
    return fields.list;
  },
};

const SOURCE_ROUTE = 0;
const MOBILE = 2;
const SEGMENTS = 4;
const ROUTING_TYPES: Readonly<Record<number, string>> = {
  [SOURCE_ROUTE]: "Source Route",
  [MOBILE]: "Mobile IP",
  3: "RPL Source Route",
  [SEGMENTS]: "Segment Routing",
};

/** Where the address lies to which the packet goes in the end, or -1 where the header names none to come. */
function finalDestination(bytes: Uint8Array, start: number, end: number): number {
  const type = bytes[start + 2]!;
  const first = start + 8;
  if (bytes[start + 3] === 0 || first + ADDRESS > end) return -1;
  if (type === SOURCE_ROUTE) return end - ADDRESS;
  // mobile nodes are named by one address (RFC 6275 §6.4), segments from the last to the first (RFC 8754 §2)
  return type === MOBILE || type === SEGMENTS ? first : -1;
}

function optionsHeader(name: string, title: string, protocol: number, info: string): Protocol {
  const header: Protocol = {
    name,
    title,
    on: { ip: [protocol] },

    parse(packet, start, end) {
      const layer = packet.push(header, start, end);
      const next = layer === -1 ? -1 : headerEnd(packet, start, end);
      if (next === -1) return;
      packet.ends[layer] = next;
      handOverNext(packet, packet.bytes[start]!, next, end);
    },

    info: () => info,

    fields(packet, layer) {
      const fields = headerFields(packet, layer, name);
      listOptions(fields, packet.starts[layer]! + 2, fields.end);
      return fields.list;
    },
  };
  return header;
}

/** Where an extension header ends: its second byte counts units of 8 bytes, without the first. */
function headerEnd(packet: Packet, start: number, end: number): number {
  if (!reaches(packet, start + 2, end)) return -1;
  const next = start + 8 * (packet.bytes[start + 1]! + 1);
  return reaches(packet, next, end) ? next : -1;
}

function headerFields(packet: Packet, layer: number, name: string): FieldList {
  const at = packet.starts[layer]!;
  const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
  fields.number(`${name}.nxt`, "Next Header", at, 1, showIpProtocol);
  fields.number(`${name}.len`, "Length", at + 1, 1);
  fields.number(`${name}.len_oct`, "Length", at + 1, 1, (units) => `${8 * (units + 1)} bytes`);
  return fields;
}

const OPTIONS: Readonly<Record<number, string>> = {
  0: "Pad1",
  1: "PadN",
  5: "Router Alert",
  194: "Jumbo",
  201: "Home Address",
};

/** Type, length and value, but for Pad1, which is a byte alone (RFC 8200 §4.2). */
function listOptions(fields: FieldList, start: number, end: number): void {
  for (let at = start; at < end; ) {
    const type = fields.bytes[at]!;
    const length = type === 0 ? 1 : 2 + (fields.bytes[at + 1] ?? 0);
    if (at + length > end) return;
    const name = OPTIONS[type] ?? "Unknown IPv6 Option";
    fields.group("ipv6.opt", name, "", at, length, (option) => {
      option.number("ipv6.opt.type", "Type", at, 1, () => `${name} (${hexNumber(type, 2)})`);
      if (length < 2) return;
      option.number("ipv6.opt.length", "Length", at + 1, 1);
      option.raw("ipv6.opt.data", "Data", at + 2, length - 2);
    });
    at += length;
  }
}
