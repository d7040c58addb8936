import { formatIpv4 } from "../address.js";
import { hexNumber, u16 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { pushShortened } from "../malformed.js";
import type { Protocol } from "../protocol.js";
import { type DnsEntry, parseDns } from "./dns-message.js";

const NAME_LENGTH = 16;
const NB = 0x20;
const WAIT = 7;
const TYPES: Readonly<Record<number, string>> = { [NB]: "NB", 33: "NBSTAT" };

const OPCODES: Readonly<Record<number, string>> = {
  0: "Name query",
  5: "Registration",
  6: "Release",
  [WAIT]: "Wait for acknowledgment",
  8: "Refresh",
  9: "Refresh (alternate opcode)",
  15: "Multi-homed registration",
};

const REPLY_CODES: Readonly<Record<number, string>> = {
  1: "Request was invalidly formatted",
  2: "Server failure",
  3: "Requested name does not exist",
  4: "Request is not implemented",
  5: "Request was refused",
  6: "Name is owned by another node",
  7: "Name is in conflict",
};

/** NetBIOS Name Service (RFC 1002 §4.2), in the form of DNS messages. */
export const nbns: Protocol = {
  name: "nbns",
  title: "NetBIOS Name Service",
  label: "NBNS",
  on: { udp: [137] },

  parse(packet, start, end) {
    if (end - start < 4) return;
    packet.push(nbns, start, end);
    if (!parseDns(packet.bytes, start, end).whole) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const start = packet.starts[layer]!;
    const flags = u16(bytes, start + 2);
    const opcode = (flags >> 11) & 15;
    const response = flags >= 0x8000;
    let text = OPCODES[opcode] ?? `Unknown operation (${opcode})`;
    if (response) text += " response";
    const code = flags & 15;
    if (response && code !== 0) text += `, ${REPLY_CODES[code] ?? "Unknown error"}`;
    for (const entry of parseDns(bytes, start, packet.ends[layer]!).entries) {
      // of a question the names asked for are told, of a response its answers
      if (entry.section === (response ? "answer" : "question")) text += entryText(bytes, entry, opcode);
    }
    return text;
  },

  fields(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const fields = new FieldList(bytes, end);
    fields.number("nbns.id", "Transaction ID", at, 2, (id) => hexNumber(id, 4));
    fields.number("nbns.flags", "Flags", at + 2, 2, (flags) => hexNumber(flags, 4));
    for (const entry of parseDns(bytes, at, end).entries) {
      const label = entry.section === "question" ? "Query" : "Record";
      const value = `${netbiosName(entry.name)}: type ${TYPES[entry.type] ?? "Unknown"}`;
      fields.add(`nbns.${entry.section}`, label, value, entry.start, entry.end - entry.start);
    }
    return fields.list;
  },
};

function entryText(bytes: Uint8Array, entry: DnsEntry, opcode: number): string {
  const type = TYPES[entry.type] ?? "Unknown";
  if (entry.section === "question") return ` ${type} ${netbiosName(entry.name)}`;
  if (entry.type !== NB) return ` ${type}`;
  // flags, then an address
  return opcode === WAIT || entry.end - entry.dataStart < 6
    ? ""
    : ` ${type} ${formatIpv4(bytes, entry.dataStart + 2)}`;
}

/**
 * `WORKGROUP<1b>`: a name of 16 bytes, each written as two letters from A to P (RFC 1001 §14.1); the last byte says
 * what kind of name it is. A scope may follow after a dot.
 */
export function netbiosName(encoded: string): string {
  const dot = encoded.indexOf(".");
  const letters = dot === -1 ? encoded : encoded.slice(0, dot);
  const codes: number[] = [];
  for (let i = 0; i < letters.length; i += 2) {
    if (!isLetter(letters[i]!)) return illegal("1st character not between A and Z in first-level encoding");
    if (i + 1 === letters.length) return illegal("odd number of bytes");
    if (!isLetter(letters[i + 1]!))
      return illegal("2nd character not between A and Z in first-level encoding");
    codes.push((((letters.charCodeAt(i) - 65) << 4) | (letters.charCodeAt(i + 1) - 65)) & 255);
  }
  if (codes.length < NAME_LENGTH) return illegal(`${codes.length} bytes long`);
  const hex = (code: number) => `<${(code + 256).toString(16).slice(1)}>`;
  const shown = codes
    .slice(0, NAME_LENGTH - 1)
    .map((code) => (code >= 32 && code <= 126 ? String.fromCharCode(code) : hex(code)));
  return (
    shown.join("").replace(/ +$/, "") + hex(codes[NAME_LENGTH - 1]!) + (dot === -1 ? "" : encoded.slice(dot))
  );
}

function isLetter(character: string): boolean {
  return character >= "A" && character <= "Z";
}

function illegal(why: string): string {
  return `Illegal NetBIOS name (${why})`;
}
