import { hexNumber } from "../bytes.js";
import { FieldList } from "../fields.js";
import { Family, type Packet } from "../packet.js";
import type { Field } from "../protocol.js";

/** The details of a UDP header. */
export function udpFields(packet: Packet, layer: number): Field[] {
  const at = packet.starts[layer]!;
  const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
  const checksum = (value: number) => {
    if (value !== 0) return `${hexNumber(value, 4)} [unverified]`;
    return packet.family === Family.ipv6 ? "0 (Illegal)" : "0x0000 [zero-value ignored]";
  };
  fields.number("udp.srcport", "Source Port", at, 2);
  fields.number("udp.dstport", "Destination Port", at + 2, 2);
  fields.number("udp.length", "Length", at + 4, 2, (length) =>
    length < 8 ? `${length} (bogus, must be >= 8)` : length,
  );
  fields.number("udp.checksum", "Checksum", at + 6, 2, checksum);
  return fields.list;
}
