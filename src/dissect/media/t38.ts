import { u16 } from "../bytes.js";
import { FieldList } from "../fields.js";
import type { Protocol } from "../protocol.js";

const INDICATORS: readonly string[] = [
  "no-signal",
  "cng",
  "ced",
  "v21-preamble",
  "v27-2400-training",
  "v27-4800-training",
  "v29-7200-training",
  "v29-9600-training",
  "v17-7200-short-training",
  "v17-7200-long-training",
  "v17-9600-short-training",
  "v17-9600-long-training",
  "v17-12000-short-training",
  "v17-12000-long-training",
  "v17-14400-short-training",
  "v17-14400-long-training",
];

const DATA_TYPES: readonly string[] = [
  "v21",
  "v27-2400",
  "v27-4800",
  "v29-7200",
  "v29-9600",
  "v17-7200",
  "v17-9600",
  "v17-12000",
  "v17-14400",
];

/** Fax over UDPTL (ITU-T T.38 §9): a sequence number, the primary message, and older ones again. */
export const t38: Protocol = {
  name: "t38",
  title: "ITU-T Recommendation T.38",
  label: "T.38",

  parse(packet, start, end) {
    packet.push(t38, start, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    if (packet.ends[layer]! - at < 4) return "UDP: UDPTLPacket ";
    const sequence = String(u16(bytes, at)).padStart(5, "0");
    return `UDP: UDPTLPacket Seq=${sequence} ${messageText(bytes[at + 3]!)}`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("t38.seq_number", "seq-number", at, 2);
    fields.number("t38.primary_length", "Length of the primary message", at + 2, 1);
    fields.number("t38.type_of_msg", "type-of-msg", at + 3, 1, messageText);
    fields.raw("t38.data", "Data", at + 4, fields.end - at - 4);
    return fields.list;
  },
};

/**
 * The first octet of an IFP packet in aligned PER (T.38 Annex A): whether a data field follows, indicator or data,
 * an extension bit, four bits of value.
 */
function messageText(octet: number): string {
  const value = (octet >> 1) & 15;
  if (octet & 0x20) return "";
  return octet & 0x40 ? ` data:${DATA_TYPES[value] ?? value}:` : ` t30ind: ${INDICATORS[value]}`;
}
