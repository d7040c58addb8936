import { formatIpv4, formatMac } from "../address.js";
import { u16, u32 } from "../bytes.js";
import { FieldList, named } from "../fields.js";
import { showEtherType } from "../link/ether-types.js";
import { reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { ARP_HEADER, ArpAddresses } from "./arp-addresses.js";
import { ARP_OPCODES, ArpOpcode, arpInfo, arpLabel } from "./arp-opcodes.js";

const HARDWARE: Readonly<Record<number, string>> = {
  1: "Ethernet",
  6: "IEEE 802",
  15: "Frame Relay DLCI",
  24: "IEEE 1394",
};

/** Address Resolution Protocol (RFC 826), with reverse (RFC 903) and inverse (RFC 2390). */
export const arp: Protocol = {
  name: "arp",
  title: "Address Resolution Protocol",
  label: (packet, layer) => arpLabel(wholeAddresses(packet, layer)?.opcode ?? ArpOpcode.request),
  on: { ether: [0x0806, 0x8035] },

  parse(packet, start, end) {
    const layer = packet.push(arp, start, end);
    if (layer === -1 || !reaches(packet, start + ARP_HEADER, end)) return;
    const addresses = new ArpAddresses(packet.bytes, start);
    if (!reaches(packet, addresses.end, end)) return;
    packet.ends[layer] = addresses.end;
    if (packet.networkEnd === -1) packet.networkEnd = addresses.end;
    if (packet.learning) claimAddresses(packet, addresses);
  },

  info(packet, layer) {
    const addresses = wholeAddresses(packet, layer);
    if (!addresses) return "";
    const twice = packet.conversations.arpOwners.duplicateIn(packet.number);
    const info = arpInfo(addresses);
    return twice === undefined ? info : `${info} (duplicate use of ${formatIpv4(twice, 0)} detected!)`;
  },

  summary(packet, layer) {
    const opcode = opcodeOf(packet, layer);
    return opcode === undefined ? "" : ` (${ARP_OPCODES[opcode] ?? "Unknown"})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("arp.hw.type", "Hardware type", at, 2, named(HARDWARE));
    fields.number("arp.proto.type", "Protocol type", at + 2, 2, showEtherType);
    fields.number("arp.hw.size", "Hardware size", at + 4, 1);
    fields.number("arp.proto.size", "Protocol size", at + 5, 1);
    fields.number("arp.opcode", "Opcode", at + 6, 2, named(ARP_OPCODES));
    const addresses = wholeAddresses(packet, layer);
    if (addresses) {
      listAddresses(fields, "src", "Sender", addresses, addresses.senderHardware, addresses.senderProtocol);
      listAddresses(fields, "dst", "Target", addresses, addresses.targetHardware, addresses.targetProtocol);
    }
    return fields.list;
  },
};

function opcodeOf(packet: Packet, layer: number): number | undefined {
  const at = packet.starts[layer]!;
  return packet.ends[layer]! - at < ARP_HEADER ? undefined : u16(packet.buffers[layer]!, at + 6);
}

function wholeAddresses(packet: Packet, layer: number): ArpAddresses | undefined {
  if (opcodeOf(packet, layer) === undefined) return undefined;
  const addresses = new ArpAddresses(packet.buffers[layer]!, packet.starts[layer]!);
  return addresses.end <= packet.ends[layer]! ? addresses : undefined;
}

function listAddresses(
  fields: FieldList,
  role: string,
  label: string,
  { bytes, ethernet, ipv4, hardwareLength, protocolLength }: ArpAddresses,
  hardware: number,
  protocol: number,
): void {
  if (ethernet)
    fields.add(`arp.${role}.hw_mac`, `${label} MAC address`, formatMac(bytes, hardware), hardware, 6);
  else fields.raw(`arp.${role}.hw`, `${label} hardware address`, hardware, hardwareLength);
  if (ipv4)
    fields.add(`arp.${role}.proto_ipv4`, `${label} IP address`, formatIpv4(bytes, protocol), protocol, 4);
  else fields.raw(`arp.${role}.proto`, `${label} protocol address`, protocol, protocolLength);
}

/** Remembers who says to own which address, and whether that contradicts what was said before. */
function claimAddresses(packet: Packet, arp: ArpAddresses): void {
  const { bytes, opcode } = arp;
  if (!arp.ethernet || !arp.ipv4 || (opcode !== ArpOpcode.request && opcode !== ArpOpcode.reply)) return;
  const owners = packet.conversations.arpOwners;
  const claims = [[arp.senderProtocol, arp.senderHardware]];
  if (opcode === ArpOpcode.reply) claims.push([arp.targetProtocol, arp.targetHardware]);
  let contradicted = false;
  let twice = 0;
  for (const [protocol, hardware] of claims as [number, number][]) {
    const ip = u32(bytes, protocol);
    const mac = u16(bytes, hardware) * 2 ** 32 + u32(bytes, hardware + 2);
    // neither a group's nor nobody's address; and in Wireshark the last claim decides
    if ((bytes[hardware]! & 1) === 1 || mac === 0 || ip === 0 || ip === twice) continue;
    contradicted = !owners.claim(ip, mac);
    if (contradicted) twice = ip;
  }
  if (contradicted) owners.noteDuplicate(packet.number, twice);
}
