import { formatIpv6 } from "../address.js";
import { hexBytes, hexNumber, u16, u24 } from "../bytes.js";
import { pushShortened } from "../malformed.js";
import type { Protocol } from "../protocol.js";

const TYPES = [
  "",
  "Solicit",
  "Advertise",
  "Request",
  "Confirm",
  "Renew",
  "Rebind",
  "Reply",
  "Release",
  "Decline",
  "Reconfigure",
  "Information-request",
  "Relay-forw",
  "Relay-reply",
  "Leasequery",
  "Leasequery-reply",
];
const Relay = { forward: 12, reply: 13 } as const;
const Option = { client: 1, nonTemporary: 3, temporary: 4, address: 5, relayed: 9, delegated: 25 } as const;
const HEADER = 4;
const RELAY_HEADER = 34;
const DEEPEST = 8; // relays behind relays, and options in options

/** Dynamic Host Configuration Protocol for IPv6 (RFC 8415 §8, §9). */
export const dhcpv6: Protocol = {
  name: "dhcpv6",
  title: "DHCPv6",
  label: "DHCPv6",
  on: { udp: [546, 547] },

  parse(packet, start, end) {
    packet.push(dhcpv6, start, end);
    if (end - start < HEADER) pushShortened(packet, end);
  },

  info: (packet, layer) => messageText(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!, 0),
};

function messageText(bytes: Uint8Array, start: number, end: number, depth: number): string {
  if (end - start < HEADER || depth > DEEPEST) return "";
  const type = bytes[start]!;
  const name = TYPES[type] || `Message Type ${type}`;
  if (type !== Relay.forward && type !== Relay.reply) {
    const number = hexNumber(u24(bytes, start + 1), 6);
    return `${name} XID: ${number} ${optionsText(bytes, start + HEADER, end, depth)}`;
  }
  if (end - start < RELAY_HEADER) return name;
  return `${name} L: ${formatIpv6(bytes, start + 2)} ${optionsText(bytes, start + RELAY_HEADER, end, depth)}`;
}

/** What the options tell in their order: `CID: 0001… IAA: 2001:db8::1 `. */
function optionsText(bytes: Uint8Array, start: number, end: number, depth: number): string {
  let text = "";
  for (let at = start; at + 4 <= end; ) {
    const from = at + 4;
    const stop = from + u16(bytes, at + 2);
    if (stop > end || depth > DEEPEST) break;
    text += optionText(bytes, u16(bytes, at), from, stop, depth);
    at = stop;
  }
  return text;
}

function optionText(bytes: Uint8Array, option: number, from: number, stop: number, depth: number): string {
  switch (option) {
    case Option.client:
      return `CID: ${hexBytes(bytes, from, stop)} `;
    case Option.nonTemporary:
    case Option.delegated:
      return optionsText(bytes, from + 12, stop, depth + 1);
    case Option.temporary:
      return optionsText(bytes, from + 4, stop, depth + 1);
    case Option.address:
      return stop - from >= 16 ? `IAA: ${formatIpv6(bytes, from)} ` : "";
    case Option.relayed:
      return messageText(bytes, from, stop, depth + 1);
    default:
      return "";
  }
}
