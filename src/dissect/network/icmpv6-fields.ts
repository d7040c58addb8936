import { formatIpv6 } from "../address.js";
import { hexNumber } from "../bytes.js";
import { showChecksum, sumOf } from "../checksum.js";
import { FieldList, setOrNot } from "../fields.js";
import { Family, type Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { Icmpv6, icmpv6CodeName, icmpv6TypeName } from "./icmpv6-names.js";
import { listNeighborOptions, neighborOptions, optionsStart } from "./neighbor-options.js";

const ICMPV6 = 58;

/** The details of an ICMPv6 message. */
export function icmpv6Fields(packet: Packet, layer: number): Field[] {
  const at = packet.starts[layer]!;
  const end = packet.ends[layer]!;
  const fields = new FieldList(packet.buffers[layer]!, end);
  const { bytes } = fields;
  if (end - at < 4) return fields.list;
  const type = bytes[at]!;
  const code = icmpv6CodeName(type, bytes[at + 1]!);
  fields.number("icmpv6.type", "Type", at, 1, () => `${icmpv6TypeName(type)} (${type})`);
  fields.number("icmpv6.code", "Code", at + 1, 1, (value) =>
    code === undefined ? value : `${value} (${code})`,
  );
  fields.number("icmpv6.checksum", "Checksum", at + 2, 2, (value) =>
    showChecksum(packet, layer, value, pseudoHeader(packet, layer)),
  );
  listRest(fields, at, type);
  const start = optionsStart(type);
  if (start !== undefined && at + start <= end) {
    listNeighborOptions(fields, neighborOptions(bytes, at + start, end).options);
  }
  const other = layer >= packet.quotedFrom ? 0 : packet.conversations.echoes.otherOf(packet.number);
  if (other !== 0 && type === Icmpv6.echo) fields.add("icmpv6.resp_in", "Response In", other, at, 0);
  if (other !== 0 && type === Icmpv6.echoReply) fields.add("icmpv6.resp_to", "Response To", other, at, 0);
  return fields.list;
}

/** Both addresses, the length and the next header (RFC 8200 §8.1). */
function pseudoHeader(packet: Packet, layer: number): number {
  const { addressBytes, sourceAt, destinationAt, family } = packet;
  if (family !== Family.ipv6) return 0;
  const length = packet.wireEnds[layer]! - packet.starts[layer]!;
  const addresses =
    sumOf(addressBytes, sourceAt, sourceAt + 16) + sumOf(addressBytes, destinationAt, destinationAt + 16);
  return addresses + length + ICMPV6;
}

function listRest(fields: FieldList, at: number, type: number): void {
  const { bytes } = fields;
  const address = (name: string, label: string, from: number) => {
    if (from + 16 <= fields.end) fields.add(name, label, formatIpv6(bytes, from), from, 16);
  };
  switch (type) {
    case Icmpv6.tooBig:
      fields.number("icmpv6.mtu", "MTU", at + 4, 4);
      break;
    case Icmpv6.problem:
      fields.number("icmpv6.pointer", "Pointer", at + 4, 4);
      break;
    case Icmpv6.unreachable:
    case Icmpv6.exceeded:
      fields.raw("icmpv6.reserved", "Reserved", at + 4, 4);
      break;
    case Icmpv6.echo:
    case Icmpv6.echoReply:
      fields.number("icmpv6.echo.identifier", "Identifier", at + 4, 2, (value) => hexNumber(value, 4));
      fields.number("icmpv6.echo.sequence_number", "Sequence", at + 6, 2);
      break;
    case Icmpv6.routerAdvertisement:
      fields.number("icmpv6.nd.ra.cur_hop_limit", "Cur hop limit", at + 4, 1);
      fields.number("icmpv6.nd.ra.flag", "Flags", at + 5, 1, (value) => hexNumber(value, 2));
      fields.number("icmpv6.nd.ra.router_lifetime", "Router lifetime (s)", at + 6, 2);
      fields.number("icmpv6.nd.ra.reachable_time", "Reachable time (ms)", at + 8, 4);
      fields.number("icmpv6.nd.ra.retrans_timer", "Retrans timer (ms)", at + 12, 4);
      break;
    case Icmpv6.neighborSolicitation:
      address("icmpv6.nd.ns.target_address", "Target Address", at + 8);
      break;
    case Icmpv6.neighborAdvertisement:
      fields.bits("icmpv6.nd.na.flag.r", "Router", at + 4, 0x80, setOrNot);
      fields.bits("icmpv6.nd.na.flag.s", "Solicited", at + 4, 0x40, setOrNot);
      fields.bits("icmpv6.nd.na.flag.o", "Override", at + 4, 0x20, setOrNot);
      address("icmpv6.nd.na.target_address", "Target Address", at + 8);
      break;
    case Icmpv6.redirect:
      address("icmpv6.rd.na.target_address", "Target Address", at + 8);
      address("icmpv6.nd.rd.destination_address", "Destination Address", at + 24);
      break;
    case Icmpv6.listenerQuery:
    case Icmpv6.listenerReport:
    case Icmpv6.listenerDone:
      fields.number("icmpv6.mld.maximum_response_delay", "Maximum Response Delay [ms]", at + 4, 2);
      address("icmpv6.mld.multicast_address", "Multicast Address", at + 8);
      break;
    case Icmpv6.listenerReport2:
      fields.number("icmpv6.mldr.nb_mcast_records", "Number of Multicast Address Records", at + 6, 2);
  }
}
