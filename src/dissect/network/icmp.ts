import { hexNumber, u16 } from "../bytes.js";
import { data } from "../data.js";
import { reaches } from "../malformed.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import type { EchoKey } from "./echoes.js";
import { icmpFields } from "./icmp-fields.js";
import { IcmpTypeNumber, icmpCodeName, icmpTypeName } from "./icmp-names.js";
import { ipv4 } from "./ipv4.js";

const HEADER = 8;
const IPV4 = 0x0800;

const QUOTING: readonly number[] = [
  IcmpTypeNumber.unreachable,
  IcmpTypeNumber.quench,
  IcmpTypeNumber.redirect,
  IcmpTypeNumber.exceeded,
  IcmpTypeNumber.problem,
];

/** Internet Control Message Protocol (RFC 792). */
export const icmp: Protocol = {
  name: "icmp",
  title: "Internet Control Message Protocol",
  label: "ICMP",
  on: { ip: [1] },

  parse(packet, start, end) {
    const { bytes } = packet;
    const layer = packet.push(icmp, start, end);
    // up to the byte after the first word, as Wireshark wants it before it says anything
    if (layer === -1 || !reaches(packet, start + 6, end)) return;
    const type = bytes[start]!;
    if ((hasIdentifier(type) || QUOTING.includes(type)) && !reaches(packet, start + HEADER, end)) return;
    const next = Math.min(start + HEADER, end);
    if (QUOTING.includes(type)) {
      packet.ends[layer] = next;
      packet.quote(IPV4, next, end);
    } else if (type === IcmpTypeNumber.echo || type === IcmpTypeNumber.echoReply) {
      packet.ends[layer] = next;
      if (packet.learning) matchEcho(packet, start, type);
      data.parse(packet, next, end);
    }
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const length = packet.ends[layer]! - at;
    if (length < 6) return "";
    const type = bytes[at]!;
    const code = icmpCodeName(type, bytes[at + 1]!);
    const text = icmpTypeName(type, bytes[at + 1]!).padEnd(20) + (code === undefined ? "" : ` (${code})`);
    if (!hasIdentifier(type) || length < HEADER) return text;
    const sequence = u16(bytes, at + 6);
    const swapped = ((sequence & 255) << 8) | (sequence >> 8);
    const numbers = ` id=${hexNumber(u16(bytes, at + 4), 4)}, seq=${sequence}/${swapped}`;
    return `${text}${numbers}${timeToLive(packet, layer)}${echoRemark(packet, type)}`;
  },

  fields: icmpFields,
};

function hasIdentifier(type: number): boolean {
  return (
    type === IcmpTypeNumber.echo ||
    type === IcmpTypeNumber.echoReply ||
    (type >= IcmpTypeNumber.timestamp && type <= IcmpTypeNumber.maskReply)
  );
}

function timeToLive(packet: Packet, layer: number): string {
  const outer = layer - 1;
  if (packet.protocols[outer] !== ipv4) return "";
  return `, ttl=${packet.buffers[outer]![packet.starts[outer]! + 8]}`;
}

/** Which frame holds the other half; that of a request is known at a later look only, as in Wireshark. */
function echoRemark(packet: Packet, type: number): string {
  if (type !== IcmpTypeNumber.echo && type !== IcmpTypeNumber.echoReply) return "";
  const other = packet.conversations.echoes.otherOf(packet.number);
  if (type === IcmpTypeNumber.echoReply) return other === 0 ? "" : ` (request in ${other})`;
  if (packet.known === undefined) return "";
  if (other !== 0) return ` (reply in ${other})`;
  return groupRemark(packet) ?? " (no response found!)";
}

/** A request to many is answered by none of them in its own name. */
function groupRemark(packet: Packet): string | undefined {
  if (packet.family !== Family.ipv4) return undefined;
  const { addressBytes, destinationAt } = packet;
  if (addressBytes.subarray(destinationAt, destinationAt + 4).every((byte) => byte === 255))
    return " (broadcast)";
  return addressBytes[destinationAt]! >> 4 === 14 ? " (multicast)" : undefined;
}

function matchEcho(packet: Packet, start: number, type: number): void {
  if (packet.family !== Family.ipv4) return;
  const { bytes, addressBytes, sourceAt, destinationAt, number, conversations } = packet;
  const checksum = u16(bytes, start + 2);
  const request = type === IcmpTypeNumber.echo;
  const key: EchoKey = {
    checksum: request ? checksum : requestChecksum(checksum, 0x0800),
    identifier: u16(bytes, start + 4),
    sequence: u16(bytes, start + 6),
  };
  if (request) conversations.echoes.request(number, key, addressBytes, sourceAt, destinationAt, 1);
  else conversations.echoes.reply(number, key, addressBytes, destinationAt, sourceAt, 1);
}

/** The checksum of the request to which a reply with this one belongs: only the type differs (RFC 1071). */
export function requestChecksum(checksum: number, difference: number): number {
  const sum = (checksum === 0xffff ? 0 : checksum) - difference;
  return sum >= 0 ? sum : sum + 0xffff;
}
