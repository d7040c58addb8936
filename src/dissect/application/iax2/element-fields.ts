import { formatIpv4 } from "../../address.js";
import { hexNumber, u16, u32 } from "../../bytes.js";
import type { FieldList } from "../../fields.js";
import { CODECS } from "./codecs.js";
import { ELEMENTS, type Element, type ElementType, UNREAD_ELEMENTS } from "./elements.js";
import { CAUSES, DATA_FORMATS } from "./names.js";

/** Linux's number for IPv4, in which the address of an element is written as it lies in memory there. */
const AF_INET = 2;
const ADDRESS = 16;

/** Lists an element: what it is, its length, and its value if that is as long as it should be. */
export function listElement(fields: FieldList, { id, start, end }: Element): void {
  const type = ELEMENTS[id];
  const name = type ? (type.element ?? type.label) : (UNREAD_ELEMENTS[id] ?? "Unknown");
  fields.add("iax2.ie_id", "IE id", `${name} (${id})`, start - 2, 1);
  fields.number("iax2.length", "Length", start - 1, 1);
  if (!type) listUnread(fields, name, start, end - start);
  else listValue(fields, type, start, end - start);
}

function listValue(fields: FieldList, type: ElementType, at: number, length: number): void {
  const name = `iax2.iax.${type.key}`;
  const { kind, label, size } = type;
  if (kind === "text") fields.add(name, label, text(fields, at, length), at, length);
  else if (kind === "bytes") fields.raw(name, label, at, length);
  else if (kind === "address") listAddress(fields, name, at, length);
  else if (size === 8) listLong(fields, type, at, length);
  else if (length === size) listNumber(fields, type, at, size);
}

function listNumber(fields: FieldList, type: ElementType, at: number, size: number): void {
  const name = `iax2.iax.${type.key}`;
  const bytes = fields.bytes;
  const value = size === 1 ? bytes[at]! : size === 2 ? u16(bytes, at) : u32(bytes, at);
  const hexadecimal = hexNumber(value, 2 * size);
  switch (type.kind) {
    case "hex":
      fields.add(name, type.label, hexadecimal, at, size);
      break;
    case "cause":
      fields.add(name, type.label, `${CAUSES[value] ?? "Unknown"} (${hexadecimal})`, at, size);
      break;
    case "data":
      fields.add(name, type.label, `${DATA_FORMATS[value] ?? "Unknown"} (${hexadecimal})`, at, size);
      break;
    case "codec":
      fields.add(name, type.label, codecText(BigInt(value)), at, size);
      break;
    case "codecs":
      listCodecs(fields, type, BigInt(value), at, size);
      break;
    default:
      fields.add(name, type.label, size === 2 ? (value << 16) >> 16 : value, at, size);
  }
}

/** A mask of 64 bits behind a version, which is 0. */
function listLong(fields: FieldList, type: ElementType, at: number, length: number): void {
  fields.number("iax2.version", "Version", at, 1);
  if (length !== 9 || fields.bytes[at] !== 0) return;
  const value = (BigInt(u32(fields.bytes, at + 1)) << 32n) | BigInt(u32(fields.bytes, at + 5));
  if (type.kind === "codecs") listCodecs(fields, type, value, at + 1, 8);
  else fields.add(`iax2.iax.${type.key}`, type.label, codecText(value), at + 1, 8);
}

function codecText(mask: bigint): string {
  const name = CODECS.find(({ bit }) => 1n << BigInt(bit) === mask)?.name ?? "Unknown";
  return `${name} (0x${mask.toString(16).padStart(16, "0")})`;
}

function listCodecs(fields: FieldList, type: ElementType, mask: bigint, at: number, size: number): void {
  const codecs = CODECS.filter(({ bit }) => bit < 8 * size);
  const supported = codecs.filter(({ bit }) => (mask >> BigInt(bit)) & 1n);
  const names = supported.map(({ name, capability }) => `, ${capability ?? name}`).join("");
  const value = `0x${mask.toString(16).padStart(2 * size, "0")}${names}`;
  fields.group(`iax2.iax.${type.key}`, type.label, value, at, size, (list) => {
    for (const codec of codecs) {
      const state = supported.includes(codec) ? "Supported" : "Not supported";
      list.add(`iax2.cap.${codec.key}`, codec.capability ?? codec.name, state, at, size);
    }
  });
}

/** Family, port and IPv4 address, then zeros (RFC 5456 §8.6.17). */
function listAddress(fields: FieldList, name: string, at: number, length: number): void {
  if (length !== ADDRESS) return;
  const family = fields.bytes[at]! | (fields.bytes[at + 1]! << 8);
  fields.add(`${name}.sinfamily`, "Family", family, at, 2);
  if (family !== AF_INET) return;
  fields.number(`${name}.sinport`, "Port", at + 2, 2);
  fields.add(`${name}.sinaddr`, "Address", formatIpv4(fields.bytes, at + 4), at + 4, 4);
}

function listUnread(fields: FieldList, name: string, at: number, length: number): void {
  if (length === 1) fields.number("iax2.iax.unknownbyte", name, at, 1, (value) => hexNumber(value, 2));
  else if (length === 2) fields.number("iax2.iax.unknownshort", name, at, 2, (value) => hexNumber(value, 2));
  else if (length === 4) fields.number("iax2.iax.unknownlong", name, at, 4, (value) => hexNumber(value, 6));
  else fields.add("iax2.iax.unknownstring", name, text(fields, at, length), at, length);
}

const utf8 = new TextDecoder();

function text({ bytes }: FieldList, at: number, length: number): string {
  return utf8.decode(bytes.subarray(at, at + length));
}
