import { hexNumber, textOf, u16 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { parsePpp } from "./ppp.js";

const HEADER = 6;
const ACCESS_CONCENTRATOR = 0x0102;

const CODES: Readonly<Record<number, string>> = {
  0: "Session Data",
  7: "Active Discovery Offer (PADO)",
  9: "Active Discovery Initiation (PADI)",
  25: "Active Discovery Request (PADR)",
  101: "Active Discovery Session-confirmation (PADS)",
  167: "Active Discovery Terminate (PADT)",
};

const TAGS: Readonly<Record<number, string>> = {
  0: "End-Of-List",
  257: "Service-Name",
  258: "AC-Name",
  259: "Host-Uniq",
  260: "AC-Cookie",
  261: "Vendor-Specific-Information",
  272: "Relay-Session-Id",
  513: "Service-Name-Error",
  514: "AC-System-Error",
  515: "Generic-Error",
};

/** PPP over Ethernet, Discovery stage (RFC 2516 §5). */
export const pppoeDiscovery: Protocol = {
  name: "pppoed",
  title: "PPP-over-Ethernet Discovery",
  label: "PPPoED",
  on: { ether: [0x8863] },

  parse(packet, start, end) {
    const layer = packet.push(pppoeDiscovery, start, end);
    if (layer === -1 || !reaches(packet, start + HEADER, end)) return;
    const stop = start + HEADER + u16(packet.bytes, start + 4);
    if (!reaches(packet, stop, end)) return;
    packet.ends[layer] = stop;
  },

  info(packet, layer) {
    let text = codeOf(packet, layer);
    for (const { at, type, length } of tags(packet, layer)) {
      if (type === ACCESS_CONCENTRATOR)
        text += ` AC-Name='${textOf(packet.buffers[layer]!, at + 4, at + 4 + length)}'`;
    }
    return text;
  },

  fields(packet, layer) {
    const fields = header(packet, layer);
    for (const { at, type, length } of tags(packet, layer)) {
      fields.raw("pppoed.tag", TAGS[type] ?? `Unknown tag ${hexNumber(type, 4)}`, at, 4 + length);
    }
    return fields.list;
  },
};

/** PPP over Ethernet, Session stage (RFC 2516 §6). */
export const pppoeSession: Protocol = {
  name: "pppoes",
  title: "PPP-over-Ethernet Session",
  label: "PPPoES",
  on: { ether: [0x8864] },

  parse(packet, start, end) {
    packet.push(pppoeSession, start, Math.min(start + HEADER, end));
    if (!reaches(packet, start + HEADER, end)) return;
    const stop = Math.min(end, start + HEADER + u16(packet.bytes, start + 4));
    packet.wireEnd = Math.min(packet.wireEnd, start + HEADER + u16(packet.bytes, start + 4));
    // a packet of no length has no protocol either
    if (reaches(packet, start + HEADER + 2, stop)) parsePpp(packet, start + HEADER, start + HEADER, stop);
  },

  info: codeOf,
  fields: (packet, layer) => header(packet, layer).list,
};

function codeOf(packet: Packet, layer: number): string {
  const at = packet.starts[layer]!;
  return packet.ends[layer]! - at < 2 ? "" : (CODES[packet.buffers[layer]![at + 1]!] ?? "Unknown");
}

function header(packet: Packet, layer: number): FieldList {
  const at = packet.starts[layer]!;
  const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
  fields.bits("pppoe.version", "Version", at, 0xf0);
  fields.bits("pppoe.type", "Type", at, 0x0f);
  fields.number(
    "pppoe.code",
    "Code",
    at + 1,
    1,
    (code) => `${CODES[code] ?? "Unknown"} (${hexNumber(code, 2)})`,
  );
  fields.number("pppoe.session_id", "Session ID", at + 2, 2, (value) => hexNumber(value, 4));
  fields.number("pppoe.payload_length", "Payload Length", at + 4, 2);
  return fields;
}

/** The tags that are there whole (RFC 2516 §4). */
function tags(packet: Packet, layer: number) {
  const bytes = packet.buffers[layer]!;
  const end = packet.ends[layer]!;
  const found: { at: number; type: number; length: number }[] = [];
  for (let at = packet.starts[layer]! + HEADER; at + 4 <= end; ) {
    const length = u16(bytes, at + 2);
    if (at + 4 + length > end) break;
    found.push({ at, type: u16(bytes, at), length });
    at += 4 + length;
  }
  return found;
}
