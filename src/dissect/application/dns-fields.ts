import { hexNumber, u16 } from "../bytes.js";
import { FieldList } from "../fields.js";
import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { dataText, textStrings } from "./dns-data.js";
import { type DnsEntry, parseDns } from "./dns-message.js";
import { CLASSES, OPCODES, REPLY_CODES, TYPES } from "./dns-names.js";

const SECTIONS = [
  ["question", "Queries"],
  ["answer", "Answers"],
  ["authority", "Authoritative nameservers"],
  ["additional", "Additional records"],
] as const;

/** The details of a DNS message. */
export function dnsFields(packet: Packet, layer: number, multicast: boolean): Field[] {
  const bytes = packet.buffers[layer]!;
  const at = packet.starts[layer]!;
  const end = packet.ends[layer]!;
  const fields = new FieldList(bytes, end);
  fields.number("dns.id", "Transaction ID", at, 2, (id) => hexNumber(id, 4));
  fields.number("dns.flags", "Flags", at + 2, 2, flagsText);
  fields.number("dns.count.queries", "Questions", at + 4, 2);
  fields.number("dns.count.answers", "Answer RRs", at + 6, 2);
  fields.number("dns.count.auth_rr", "Authority RRs", at + 8, 2);
  fields.number("dns.count.add_rr", "Additional RRs", at + 10, 2);
  const { entries } = parseDns(bytes, at, end);
  for (const [section, label] of SECTIONS) {
    const own = entries.filter((entry) => entry.section === section && entry.end <= end);
    if (own.length === 0) continue;
    const start = own[0]!.start;
    fields.group(`dns.${section}`, label, "", start, own.at(-1)!.end - start, (list) => {
      for (const entry of own) listEntry(list, entry, at, multicast);
    });
  }
  return fields.list;
}

function flagsText(flags: number): string {
  const opcode = (flags >> 11) & 15;
  const name = OPCODES[opcode] ?? `Unknown operation (${opcode})`;
  const code = REPLY_CODES[flags & 15] ?? `Unknown error (${flags & 15})`;
  return `${hexNumber(flags, 4)} ${name}${flags >= 0x8000 ? ` response, ${code}` : ""}`;
}

function listEntry(list: FieldList, entry: DnsEntry, message: number, multicast: boolean): void {
  const { bytes } = list;
  const question = entry.section === "question";
  const prefix = question ? "dns.qry" : "dns.resp";
  const type = `${TYPES[entry.type] ?? "Unknown"} (${entry.type})`;
  const data = question ? "" : (dataText(bytes, message, entry) ?? "");
  const at = entry.dataStart - (question ? 4 : 10);
  const headline = `${entry.name}: type ${TYPES[entry.type] ?? entry.type}${data ? `, ${data}` : ""}`;
  list.group(
    `${prefix}.entry`,
    question ? "Query" : "Record",
    headline,
    entry.start,
    entry.end - entry.start,
    (own) => {
      own.add(`${prefix}.name`, "Name", entry.name, entry.start, at - entry.start);
      own.add(`${prefix}.type`, "Type", type, at, 2);
      const number = multicast ? u16(bytes, at + 2) & 0x7fff : u16(bytes, at + 2);
      own.add(
        `${prefix}.class`,
        "Class",
        `${CLASSES[number] ?? "Unknown"} (${hexNumber(number, 4)})`,
        at + 2,
        2,
      );
      if (question) return;
      own.add("dns.resp.ttl", "Time to live", `${entry.ttl} seconds`, at + 4, 4);
      own.number("dns.resp.len", "Data length", at + 8, 2);
      const texts = textStrings(bytes, entry);
      const value = texts.length > 0 ? texts.join(" ") : data;
      const length = entry.end - entry.dataStart;
      if (value) own.add("dns.resp.data", "Data", value, entry.dataStart, length);
      else if (length > 0) own.raw("dns.data", "Data", entry.dataStart, length);
    },
  );
}
