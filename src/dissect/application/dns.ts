import { hexNumber, u16 } from "../bytes.js";
import { pushShortened } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { formatText } from "../sip/format-text.js";
import { dataText } from "./dns-data.js";
import { dnsFields } from "./dns-fields.js";
import { type DnsEntry, parseDns } from "./dns-message.js";
import { OPCODES, REPLY_CODES, TYPES } from "./dns-names.js";

const FLAGS = 4;
/** Of the length before a message in a stream. */
const LENGTH = 2;
const MULTICAST_BIT = 0x8000;

/** Domain Name System (RFC 1035 §4.1). */
export const dns = protocol("dns", "Domain Name System", "DNS", 53);
/** Its multicast form (RFC 6762). */
export const mdns = protocol("mdns", "Multicast Domain Name System", "MDNS", 5353);
/** Link-Local Multicast Name Resolution (RFC 4795). */
export const llmnr = protocol("llmnr", "Link-local Multicast Name Resolution", "LLMNR", 5355);

/** The same over TCP, where a length stands before each message (RFC 1035 §4.2.2). */
export const dnsOverTcp: Protocol = {
  ...dns,
  on: { tcp: [53] },

  stream(packet, start, end) {
    const { wireEnd } = packet;
    let at = start;
    while (at + LENGTH <= end) {
      const stop = at + LENGTH + u16(packet.bytes, at);
      if (stop > end) {
        packet.wanted = stop - at;
        break;
      }
      packet.wireEnd = stop;
      dns.parse(packet, at + LENGTH, stop);
      packet.wireEnd = wireEnd;
      at = stop;
    }
    return at;
  },
};

function protocol(name: string, title: string, label: string, port: number): Protocol {
  const self: Protocol = {
    name,
    title,
    label,
    on: { udp: [port] },

    parse(packet, start, end) {
      if (end - start < FLAGS) return;
      packet.push(self, start, end);
      const { bytes } = packet;
      const { entries, whole } = parseDns(bytes, start, end);
      const last = entries.at(-1);
      if (!whole || (last && isRecord(last) && dataText(bytes, start, last) === undefined)) {
        pushShortened(packet, end);
      }
    },

    info: (packet, layer) => infoOf(packet, layer, name === "mdns"),

    fields: (packet, layer) => dnsFields(packet, layer, name === "mdns"),
  };
  return self;
}

function infoOf(packet: Packet, layer: number, multicast: boolean): string {
  const bytes = packet.buffers[layer]!;
  const start = packet.starts[layer]!;
  const flags = u16(bytes, start + 2);
  const opcode = (flags >> 11) & 15;
  const response = flags >= 0x8000;
  let text = OPCODES[opcode] ?? `Unknown operation (${opcode})`;
  text += `${response ? " response" : ""} ${hexNumber(u16(bytes, start), 4)}`;
  const code = flags & 15;
  if (response && code !== 0) text += ` ${REPLY_CODES[code] ?? `Unknown error (${code})`}`;
  for (const entry of parseDns(bytes, start, packet.ends[layer]!).entries) {
    text += ` ${entryText(bytes, start, packet.ends[layer]!, entry, multicast)}`;
  }
  return text;
}

function entryText(
  bytes: Uint8Array,
  message: number,
  end: number,
  entry: DnsEntry,
  multicast: boolean,
): string {
  const type = TYPES[entry.type] ?? `Unknown (${entry.type})`;
  const marked = multicast && (entry.class & MULTICAST_BIT) !== 0;
  if (!isRecord(entry)) {
    const question = multicast ? `, "${marked ? "QU" : "QM"}" question` : "";
    return `${type} ${formatText(entry.name)}${question}`;
  }
  const flush = marked && entry.type !== OPT ? ", cache flush" : "";
  const data = entry.end > end ? undefined : dataText(bytes, message, entry);
  return type + flush + (data ? ` ${formatText(data)}` : "");
}

/** EDNS's pseudo record, whose class is a size (RFC 6891 §6.1.2). */
const OPT = 41;

function isRecord(entry: DnsEntry): boolean {
  return entry.section !== "question";
}
