import { formatIpv4, formatIpv6 } from "../address.js";
import { textOf, u16 } from "../bytes.js";
import { type DnsEntry, readName } from "./dns-message.js";

const Type = {
  a: 1,
  ns: 2,
  cname: 5,
  soa: 6,
  wks: 11,
  ptr: 12,
  hinfo: 13,
  mx: 15,
  txt: 16,
  aaaa: 28,
  srv: 33,
  naptr: 35,
  kx: 36,
  dname: 39,
  nsec: 47,
} as const;

/** Records whose data begins with a name, after that many bytes of numbers. */
const NAME_AFTER: Readonly<Record<number, number>> = {
  [Type.ns]: 0,
  [Type.cname]: 0,
  [Type.soa]: 0,
  [Type.ptr]: 0,
  [Type.dname]: 0,
  [Type.nsec]: 0,
  [Type.mx]: 2,
  [Type.kx]: 2,
  [Type.srv]: 6,
};

/** These stand with their owner's name where others stand with their data: that is how Wireshark shows them. */
const BY_OWNER: readonly number[] = [3, 4, 7, 8, 9, 10, 14, 17, 18, 52];

/** A record's data in a few words, empty where there are none, undefined where it cannot be right. */
export function dataText(bytes: Uint8Array, message: number, entry: DnsEntry): string | undefined {
  const { type, dataStart: at, end } = entry;
  if (BY_OWNER.includes(type)) return entry.name;
  if (type === Type.a || type === Type.wks) return end - at < 4 ? undefined : formatIpv4(bytes, at);
  if (type === Type.aaaa) return end - at < 16 ? undefined : formatIpv6(bytes, at);
  if (type === Type.hinfo) return strings(bytes, at, end, 2)?.join(" ");
  if (type === Type.naptr) {
    const flags = strings(bytes, at + 4, end, 1);
    return flags && `${u16(bytes, at)} ${u16(bytes, at + 2)} ${flags[0]}`;
  }
  const numbers = NAME_AFTER[type];
  if (numbers === undefined) return "";
  const name = readName(bytes, message, at + numbers, end);
  if (!name) return undefined;
  const before = Array.from({ length: numbers / 2 }, (_, i) => `${u16(bytes, at + 2 * i)} `).join("");
  return before + name.text;
}

/** The texts of a TXT record, for the details. */
export function textStrings(bytes: Uint8Array, entry: DnsEntry): string[] {
  return entry.type === Type.txt ? (strings(bytes, entry.dataStart, entry.end) ?? []) : [];
}

/** Character strings (RFC 1035 §3.3): a length and as many bytes; undefined where one runs past `end`. */
function strings(bytes: Uint8Array, start: number, end: number, most = Infinity): string[] | undefined {
  const found: string[] = [];
  let at = start;
  while (at < end && found.length < most) {
    const next = at + 1 + bytes[at]!;
    if (next > end) return undefined;
    found.push(textOf(bytes, at + 1, next));
    at = next;
  }
  return most === Infinity || found.length === most ? found : undefined;
}
