import { formatIpv4 } from "../address.js";
import { hexNumber, u16 } from "../bytes.js";
import { FieldList, setOrNot } from "../fields.js";
import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { listDsField } from "./dsfield.js";
import { fragmentsField } from "./fragments-field.js";
import { showIpProtocol } from "./ip-protocols.js";
import { finalDestination, listIpv4Options } from "./ipv4-options.js";

const HEADER = 20;

/** The details of an IPv4 header. */
export function ipv4Fields(packet: Packet, layer: number): Field[] {
  const at = packet.starts[layer]!;
  const end = packet.ends[layer]!;
  const fields = new FieldList(packet.buffers[layer]!, end);
  const { bytes } = fields;
  fields.bits("ip.version", "Version", at, 0xf0);
  fields.bits("ip.hdr_len", "Header Length", at, 0x0f, (words) => `${4 * words} bytes (${words})`);
  listDsField(fields, at + 1);
  fields.number("ip.len", "Total Length", at + 2, 2);
  fields.number("ip.id", "Identification", at + 4, 2, (id) => `${hexNumber(id, 4)} (${id})`);
  if (end - at < HEADER) return fields.list;
  listFlags(fields, at + 6);
  fields.bits("ip.frag_offset", "Fragment Offset", at + 6, 0x1fff, (offset) => offset * 8);
  fields.number("ip.ttl", "Time to Live", at + 8, 1);
  fields.number("ip.proto", "Protocol", at + 9, 1, showIpProtocol);
  const checksum = (value: number) => `${hexNumber(value, 4)} [validation disabled]`;
  fields.number("ip.checksum", "Header Checksum", at + 10, 2, checksum);
  fields.add("ip.src", "Source Address", formatIpv4(bytes, at + 12), at + 12, 4);
  const destination = finalDestination(bytes, at, end);
  if (destination === at + 16)
    fields.add("ip.dst", "Destination Address", formatIpv4(bytes, at + 16), at + 16, 4);
  else fields.add("ip.cur_rt", "Current Route", formatIpv4(bytes, at + 16), at + 16, 4);
  if (end - at > HEADER) listIpv4Options(fields, at, end);
  return fields.list.concat(fragmentsField(packet, layer, "ip", "IPv4"));
}

function listFlags(fields: FieldList, at: number): void {
  const flags = u16(fields.bytes, at) >> 13;
  const names = ["Reserved bit", "Don't fragment", "More fragments"].filter((_, i) => flags & (4 >> i));
  fields.group("ip.flags", "Flags", [hexNumber(flags, 1), ...names].join(", "), at, 1, (children) => {
    children.bits("ip.flags.rb", "Reserved bit", at, 0x80, setOrNot);
    children.bits("ip.flags.df", "Don't fragment", at, 0x40, setOrNot);
    children.bits("ip.flags.mf", "More fragments", at, 0x20, setOrNot);
  });
}
