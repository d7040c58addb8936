import { u16, u32 } from "../../bytes.js";
import type { FieldList } from "../../fields.js";
import { blocksOf, factor, type Option, optionsOf, TcpOption } from "./options.js";

/** Name of the field, name of the kind in headings, and as a kind. */
const NAMES: Readonly<Record<number, readonly [field: string, heading: string, kind: string]>> = {
  [TcpOption.end]: ["eol", "End of Option List (EOL)", "End of Option List"],
  [TcpOption.nop]: ["nop", "No-Operation (NOP)", "No-Operation"],
  [TcpOption.segmentSize]: ["mss", "Maximum segment size", "Maximum Segment Size"],
  [TcpOption.windowScale]: ["wscale", "Window scale", "Window Scale"],
  [TcpOption.sackPermitted]: ["sack_perm", "SACK permitted", "SACK Permitted"],
  [TcpOption.sack]: ["sack", "SACK", "SACK"],
  [TcpOption.timestamps]: ["timestamp", "Timestamps", "Time Stamp Option"],
  [TcpOption.signature]: ["md5", "TCP MD5 signature", "MD5 Signature Option"],
  [TcpOption.multipath]: ["mptcp", "Multipath TCP", "Multipath TCP"],
  [TcpOption.fastOpen]: ["tfo", "Fast open", "TCP Fast Open Cookie"],
};

const unknown = (kind: number) => ["unknown", `Unknown (${kind})`, "Unknown"] as const;

/** Adds a header's options to its fields. */
export function listOptions(fields: FieldList, start: number, end: number, ackBase: number): void {
  const found = [...optionsOf(fields.bytes, start, end)];
  const headings = found.map(({ kind }) => (NAMES[kind] ?? unknown(kind))[1]);
  const value = [`(${end - start} bytes)`, ...headings].join(", ");
  fields.group("tcp.options", "Options", value, start, end - start, (children) => {
    for (const option of found) listOption(children, option, ackBase);
  });
}

function listOption(fields: FieldList, option: Option, ackBase: number): void {
  const { kind, at, length } = option;
  const [field, heading, name] = NAMES[kind] ?? unknown(kind);
  const value = showValue(fields.bytes, option, ackBase);
  // blocks stand after the heading without a colon
  const blocks = kind === TcpOption.sack;
  const label = `TCP Option - ${heading}${blocks ? value : ""}`;
  fields.group(`tcp.options.${field}`, label, blocks ? "" : value, at, length, (children) => {
    children.number("tcp.option_kind", "Kind", at, 1, () => `${name} (${kind})`);
    if (length < 2) return;
    children.number("tcp.option_len", "Length", at + 1, 1);
    listValue(children, option, ackBase);
  });
}

function listValue(fields: FieldList, option: Option, ackBase: number): void {
  const { kind, at, length } = option;
  const { bytes } = fields;
  if (kind === TcpOption.segmentSize && length === 4) {
    fields.number("tcp.options.mss_val", "MSS Value", at + 2, 2);
  } else if (kind === TcpOption.windowScale && length === 3) {
    fields.number("tcp.options.wscale.shift", "Shift count", at + 2, 1);
    fields.add("tcp.options.wscale.multiplier", "Multiplier", factor(bytes[at + 2]!), at + 2, 1);
  } else if (kind === TcpOption.timestamps && length === 10) {
    fields.number("tcp.options.timestamp.tsval", "Timestamp value", at + 2, 4);
    fields.number("tcp.options.timestamp.tsecr", "Timestamp echo reply", at + 6, 4);
  } else if (kind === TcpOption.sack) {
    for (const [i, { left, right }] of blocksOf(bytes, option, ackBase).entries()) {
      const block = at + 2 + 8 * i;
      fields.add("tcp.options.sack_le", `left edge = ${left} (relative)`, "", block, 4);
      fields.add("tcp.options.sack_re", `right edge = ${right} (relative)`, "", block + 4, 4);
    }
  } else fields.raw("tcp.options.data", "Data", at + 2, length - 2);
}

function showValue(bytes: Uint8Array, option: Option, ackBase: number): string {
  const { kind, at, length } = option;
  if (kind === TcpOption.segmentSize && length === 4) return `${u16(bytes, at + 2)} bytes`;
  if (kind === TcpOption.windowScale && length === 3) {
    return `${bytes[at + 2]} (multiply by ${factor(bytes[at + 2]!)})`;
  }
  if (kind === TcpOption.timestamps && length === 10) {
    return `TSval ${u32(bytes, at + 2)}, TSecr ${u32(bytes, at + 6)}`;
  }
  if (kind !== TcpOption.sack) return "";
  return blocksOf(bytes, option, ackBase)
    .map(({ left, right }) => ` ${left}-${right}`)
    .join("");
}
