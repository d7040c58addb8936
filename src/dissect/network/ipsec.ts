import { hexNumber, u32 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { showIpProtocol } from "./ip-protocols.js";
import { handOverNext } from "./ipv6.js";

/** Encapsulating Security Payload (RFC 4303): what it holds is encrypted. */
export const esp: Protocol = {
  name: "esp",
  title: "Encapsulating Security Payload",
  label: "ESP",
  on: { ip: [50] },

  parse(packet, start, end) {
    packet.push(esp, start, end);
    reaches(packet, start + 8, end);
  },

  info: (packet, layer) => {
    const at = packet.starts[layer]!;
    return packet.ends[layer]! - at < 8 ? "" : `ESP (SPI=${index(packet, at, layer)})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("esp.spi", "ESP SPI", at, 4, (value) => `${hexNumber(value, 8)} (${value})`);
    fields.number("esp.sequence", "ESP Sequence", at + 4, 4);
    return fields.list;
  },
};

/** Authentication Header (RFC 4302 §2), which stands before what it guards. */
export const ah: Protocol = {
  name: "ah",
  title: "Authentication Header",
  label: "AH",
  on: { ip: [51] },

  parse(packet, start, end) {
    const layer = packet.push(ah, start, end);
    if (layer === -1 || !reaches(packet, start + 12, end)) return;
    const next = start + 4 * (packet.bytes[start + 1]! + 2);
    if (!reaches(packet, next, end)) return;
    packet.ends[layer] = next;
    handOverNext(packet, packet.bytes[start]!, next, end);
  },

  info: (packet, layer) => {
    const at = packet.starts[layer]!;
    return packet.ends[layer]! - at < 12 ? "" : `AH (SPI=${index(packet, at + 4, layer)})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, end);
    fields.number("ah.next_header", "Next header", at, 1, showIpProtocol);
    fields.number("ah.length", "Length", at + 1, 1, (words) => `${words} (${4 * (words + 2)} bytes)`);
    fields.number("ah.spi", "AH SPI", at + 4, 4, (value) => hexNumber(value, 8));
    fields.number("ah.sequence", "AH Sequence", at + 8, 4);
    fields.raw("ah.icv", "AH ICV", at + 12, end - at - 12);
    return fields.list;
  },
};

function index(packet: Packet, at: number, layer: number): string {
  return hexNumber(u32(packet.buffers[layer]!, at), 8);
}
