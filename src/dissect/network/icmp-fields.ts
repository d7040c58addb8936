import { formatIpv4 } from "../address.js";
import { hexNumber } from "../bytes.js";
import { showChecksum } from "../checksum.js";
import { FieldList } from "../fields.js";
import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { IcmpTypeNumber, icmpCodeName, icmpTypeName } from "./icmp-names.js";

/** The details of an ICMP message. */
export function icmpFields(packet: Packet, layer: number): Field[] {
  const at = packet.starts[layer]!;
  const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
  const { bytes, end } = fields;
  if (end - at < 2) return fields.list;
  const type = bytes[at]!;
  const code = icmpCodeName(type, bytes[at + 1]!);
  fields.number("icmp.type", "Type", at, 1, () => `${type} (${icmpTypeName(type, bytes[at + 1]!)})`);
  fields.number("icmp.code", "Code", at + 1, 1, (value) =>
    code === undefined ? value : `${value} (${code})`,
  );
  fields.number("icmp.checksum", "Checksum", at + 2, 2, (value) => showChecksum(packet, layer, value));
  if (end - at < 8) return fields.list;
  listRest(fields, at, type);
  const other =
    packet.quoted && layer >= packet.quotedFrom ? 0 : packet.conversations.echoes.otherOf(packet.number);
  if (other !== 0 && type === IcmpTypeNumber.echo) fields.add("icmp.resp_in", "Response frame", other, at, 0);
  if (other !== 0 && type === IcmpTypeNumber.echoReply)
    fields.add("icmp.resp_to", "Request frame", other, at, 0);
  return fields.list;
}

const FRAGMENTATION_NEEDED = 4;

/** How much is quoted (RFC 4884 §4.1), and the size that would not have been too much (RFC 1191 §4). */
function listLength(fields: FieldList, at: number, tooBig: boolean): void {
  const words = fields.bytes[at + 5]!;
  if (words > 0) {
    fields.raw("icmp.unused", "Unused", at + 4, 1);
    fields.number("icmp.length", "Length", at + 5, 1);
    fields.add("icmp.length.original_datagram", "Length of original datagram", 4 * words, at + 5, 1);
  } else fields.raw("icmp.unused", "Unused", at + 4, tooBig ? 2 : 4);
  if (tooBig) fields.number("icmp.mtu", "MTU of next hop", at + 6, 2);
  else if (words > 0) fields.raw("icmp.unused", "Unused", at + 6, 2);
}

/** The second word, which every type fills in its own way. */
function listRest(fields: FieldList, at: number, type: number): void {
  const { bytes } = fields;
  const swap = (value: number) => ((value & 255) << 8) | (value >> 8);
  const both = (value: number) => `${value} (${hexNumber(value, 4)})`;
  switch (type) {
    case IcmpTypeNumber.redirect:
      fields.add("icmp.redir_gw", "Gateway Address", formatIpv4(bytes, at + 4), at + 4, 4);
      break;
    case IcmpTypeNumber.advertisement:
      fields.number("icmp.num_addrs", "Number of addresses", at + 4, 1);
      fields.number("icmp.addr_entry_size", "Address entry size", at + 5, 1);
      fields.number("icmp.lifetime", "Lifetime", at + 6, 2, (seconds) => `${seconds} seconds`);
      break;
    case IcmpTypeNumber.problem:
      fields.number("icmp.pointer", "Pointer", at + 4, 1);
      break;
    case IcmpTypeNumber.unreachable:
    case IcmpTypeNumber.exceeded:
    case IcmpTypeNumber.quench:
      listLength(fields, at, type === IcmpTypeNumber.unreachable && bytes[at + 1] === FRAGMENTATION_NEEDED);
      break;
    case IcmpTypeNumber.echo:
    case IcmpTypeNumber.echoReply:
    case IcmpTypeNumber.timestamp:
    case IcmpTypeNumber.timestampReply:
      fields.number("icmp.ident", "Identifier (BE)", at + 4, 2, both);
      fields.number("icmp.ident_le", "Identifier (LE)", at + 4, 2, (value) => both(swap(value)));
      fields.number("icmp.seq", "Sequence Number (BE)", at + 6, 2, both);
      fields.number("icmp.seq_le", "Sequence Number (LE)", at + 6, 2, (value) => both(swap(value)));
  }
  if (type !== IcmpTypeNumber.timestamp && type !== IcmpTypeNumber.timestampReply) return;
  const ago = (milliseconds: number) =>
    `${milliseconds} (${(milliseconds / 1000).toFixed(3)} seconds after midnight UTC)`;
  fields.number("icmp.originate_timestamp", "Originate Timestamp", at + 8, 4, ago);
  fields.number("icmp.receive_timestamp", "Receive Timestamp", at + 12, 4, ago);
  fields.number("icmp.transmit_timestamp", "Transmit Timestamp", at + 16, 4, ago);
}
