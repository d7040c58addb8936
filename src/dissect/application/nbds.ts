import { formatIpv4 } from "../address.js";
import { hexNumber } from "../bytes.js";
import { FieldList } from "../fields.js";
import type { Protocol } from "../protocol.js";
import { readMailslot } from "./mailslots.js";

const MESSAGES: Readonly<Record<number, string>> = {
  16: "Direct_unique datagram",
  17: "Direct_group datagram",
  18: "Broadcast datagram",
  19: "Datagram error",
  20: "Datagram query request",
  21: "Datagram positive query response",
  22: "Datagram negative query response",
};

/** Messages that go from a name to a name. */
const NAMED = [16, 17, 18];
const HEADER = 14;

/** Behind a name of labels (RFC 1002 §4.1). */
function nameEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at]! > 0) at += 1 + bytes[at]!;
  return at + 1;
}

/** NetBIOS Datagram Service (RFC 1002 §4.4). */
export const nbds: Protocol = {
  name: "nbdgm",
  title: "NetBIOS Datagram Service",
  label: "NBDS",
  on: { udp: [138] },

  parse(packet, start, end) {
    packet.push(nbds, start, end);
    // two names lie before what is said, of any length
    const from = nameEnd(packet.bytes, nameEnd(packet.bytes, start + HEADER, end), end);
    if (NAMED.includes(packet.bytes[start]!) && from < end) readMailslot(packet, from, end);
  },

  info(packet, layer) {
    const type = packet.buffers[layer]![packet.starts[layer]!]!;
    return MESSAGES[type] ?? `Unknown message type (${hexNumber(type, 2)})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("nbdgm.type", "Message Type", at, 1, (type) => MESSAGES[type] ?? hexNumber(type, 2));
    fields.number("nbdgm.dgram_id", "Datagram ID", at + 2, 2, (id) => hexNumber(id, 4));
    if (at + 8 <= fields.end)
      fields.add("nbdgm.src.ip", "Source IP", formatIpv4(fields.bytes, at + 4), at + 4, 4);
    fields.number("nbdgm.src.port", "Source Port", at + 8, 2);
    return fields.list;
  },
};
