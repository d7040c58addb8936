import { formatIpv4 } from "../address.js";
import { u16 } from "../bytes.js";

/** A group record of a version 3 report (RFC 3376 §4.2.4). */
export interface GroupRecord {
  at: number;
  length: number;
  type: number;
  sources: number;
}

/** The records of a report; `whole` is false where it counts more than it holds. */
export function igmpRecords(bytes: Uint8Array, start: number, end: number) {
  const records: GroupRecord[] = [];
  let at = start + 8;
  for (let left = u16(bytes, start + 6); left > 0; left--) {
    if (at + 8 > end) return { records, whole: false };
    const sources = u16(bytes, at + 2);
    const length = 8 + 4 * sources + 4 * bytes[at + 1]!;
    if (at + length > end) return { records, whole: false };
    records.push({ at, length, type: bytes[at]!, sources });
    at += length;
  }
  return { records, whole: true };
}

const INCLUDE = [1, 3]; // is, and becomes
const EXCLUDE = [2, 4];
const ALLOW = 5;
const BLOCK = 6;

/** ` / Join group 239.1.2.3 for any sources` */
export function showRecord(bytes: Uint8Array, { at, type, sources }: GroupRecord): string {
  const group = formatIpv4(bytes, at + 4);
  const list = `{${Array.from({ length: sources }, (_, i) => formatIpv4(bytes, at + 8 + 4 * i)).join(", ")}}`;
  const many = sources > 1 ? "s" : "";
  if (INCLUDE.includes(type)) {
    return sources === 0 ? ` / Leave group ${group}` : ` / Join group ${group} for source${many} ${list}`;
  }
  if (EXCLUDE.includes(type)) {
    const which = sources === 0 ? " for any sources" : `, for source${many} not in ${list}`;
    return ` / Join group ${group}${which}`;
  }
  if (type === ALLOW) return ` / Group ${group}, new source${many} ${list}`;
  if (type === BLOCK) return ` / Group ${group}, block source${many} ${list}`;
  return ` / Group ${group}, unknown record type (?)`;
}
