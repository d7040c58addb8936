import { formatIpv4, formatMac } from "../address.js";
import { hexNumber, textOf, u32 } from "../bytes.js";
import { FieldList, named } from "../fields.js";
import { pushShortened } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";

const FIXED = 236;
const COOKIE = 0x63825363;
const PAD = 0;
const END = 255;
const MESSAGE_TYPE = 53;

/** RFC 2132 §9.6 and later, with the blanks by which Wireshark lines them up. */
const MESSAGES: Readonly<Record<number, string>> = {
  1: "Discover",
  2: "Offer   ",
  3: "Request ",
  4: "Decline ",
  5: "ACK     ",
  6: "NAK     ",
  7: "Release ",
  8: "Inform  ",
  9: "Force Renew",
  10: "Lease query",
  11: "Lease Unassigned",
  12: "Lease Unknown",
  13: "Lease Active",
  14: "Bulk Lease Query",
  15: "Lease Query Done",
  16: "Active LeaseQuery",
  17: "Lease Query Status",
  18: "TLS     ",
};

const OPTIONS: Readonly<Record<number, string>> = {
  1: "Subnet Mask",
  3: "Router",
  6: "Domain Name Server",
  12: "Host Name",
  15: "Domain Name",
  28: "Broadcast Address",
  42: "Network Time Protocol Servers",
  50: "Requested IP Address",
  51: "IP Address Lease Time",
  53: "DHCP Message Type",
  54: "DHCP Server Identifier",
  55: "Parameter Request List",
  60: "Vendor class identifier",
  61: "Client identifier",
  66: "TFTP Server Name",
  67: "Bootfile name",
  81: "Client Fully Qualified Domain Name",
  120: "SIP Servers",
  150: "TFTP Server Address",
  255: "End",
};

const ADDRESSES: readonly number[] = [1, 3, 6, 28, 42, 50, 54, 150];
const TEXTS: readonly number[] = [12, 15, 60, 66, 67];

/** An option: its value is `bytes[start, end)`. */
interface Option {
  code: number;
  at: number;
  start: number;
  end: number;
}

/** Dynamic Host Configuration Protocol (RFC 2131 §2), and BOOTP (RFC 951), which is without options. */
export const dhcp: Protocol = {
  name: "dhcp",
  title: "Dynamic Host Configuration Protocol",
  label: (packet, layer) => (messageType(packet, layer) === undefined ? "BOOTP" : "DHCP"),
  on: { udp: [67, 68] },

  parse(packet, start, end) {
    packet.push(dhcp, start, end);
    const last = optionsIn(packet.bytes, start, end).at(-1);
    const hasCookie = end - start >= FIXED + 4 && u32(packet.bytes, start + FIXED) === COOKIE;
    if (!hasCookie || (last && last.end > end)) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    const length = packet.ends[layer]! - at;
    const type = messageType(packet, layer);
    if (type !== undefined) {
      const name = MESSAGES[type] ?? `Unknown Message Type (${hexNumber(type, 2)})`;
      return `DHCP ${name} - Transaction ID 0x${u32(bytes, at + 4).toString(16)}`;
    }
    if (bytes[at] === 2) return "Boot Reply";
    if (bytes[at] !== 1) return `Unknown BOOTP message type (${bytes[at]})`;
    if (length < 34) return "";
    const address = formatMac(bytes, at + 28);
    return `Boot Request from ${address} (${address})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const fields = new FieldList(bytes, packet.ends[layer]!);
    fields.number("dhcp.type", "Message type", at, 1, named({ 1: "Boot Request", 2: "Boot Reply" }));
    fields.number("dhcp.id", "Transaction ID", at + 4, 4, (id) => hexNumber(id, 8));
    fields.number("dhcp.secs", "Seconds elapsed", at + 8, 2);
    if (at + FIXED > fields.end) return fields.list;
    fields.add("dhcp.ip.client", "Client IP address", formatIpv4(bytes, at + 12), at + 12, 4);
    fields.add("dhcp.ip.your", "Your (client) IP address", formatIpv4(bytes, at + 16), at + 16, 4);
    fields.add("dhcp.ip.server", "Next server IP address", formatIpv4(bytes, at + 20), at + 20, 4);
    fields.add("dhcp.ip.relay", "Relay agent IP address", formatIpv4(bytes, at + 24), at + 24, 4);
    fields.add("dhcp.hw.mac_addr", "Client MAC address", formatMac(bytes, at + 28), at + 28, 6);
    for (const option of optionsIn(bytes, at, fields.end)) {
      const label = `Option: (${option.code}) ${OPTIONS[option.code] ?? "Unknown"}`;
      fields.add("dhcp.option.type", label, optionText(bytes, option), option.at, option.end - option.at);
    }
    return fields.list;
  },
};

function messageType(packet: Packet, layer: number): number | undefined {
  const bytes = packet.buffers[layer]!;
  const end = packet.ends[layer]!;
  const option = optionsIn(bytes, packet.starts[layer]!, end).find(({ code }) => code === MESSAGE_TYPE);
  return option && option.start < end && option.end > option.start ? bytes[option.start] : undefined;
}

/** The options after the cookie (RFC 2132 §2), up to the end option; the last one may run past `end`. */
function optionsIn(bytes: Uint8Array, start: number, end: number): Option[] {
  const options: Option[] = [];
  let at = start + FIXED + 4;
  if (at > end || u32(bytes, start + FIXED) !== COOKIE) return options;
  while (at < end) {
    const code = bytes[at]!;
    if (code === PAD) {
      at++;
      continue;
    }
    if (code === END) {
      options.push({ code, at, start: at + 1, end: at + 1 });
      break;
    }
    const next = at + 2 + (bytes[at + 1] ?? 0);
    options.push({ code, at, start: at + 2, end: next });
    at = next;
  }
  return options;
}

function optionText(bytes: Uint8Array, { code, start, end }: Option): string {
  if (end > bytes.length) return "";
  if (code === MESSAGE_TYPE && end > start) return MESSAGES[bytes[start]!]?.trim() ?? `${bytes[start]}`;
  if (ADDRESSES.includes(code) && (end - start) % 4 === 0) {
    const found: string[] = [];
    for (let at = start; at < end; at += 4) found.push(formatIpv4(bytes, at));
    return found.join(", ");
  }
  if (TEXTS.includes(code)) return textOf(bytes, start, end);
  return code === 51 && end - start === 4 ? `${u32(bytes, start)} s` : "";
}
