import { hexNumber, u16, u32 } from "../../bytes.js";
import type { FieldList } from "../../fields.js";

const END = 0;
const NOP = 1;
const SEGMENT_SIZE = 2;
const WINDOW_SCALE = 3;
const SACK_PERMITTED = 4;
const SACK = 5;
const TIMESTAMPS = 8;
const SIGNATURE = 19;
const MULTIPATH = 30;
const FAST_OPEN = 34;
const LARGEST_SCALE = 14; // RFC 7323 §2.3

interface Option {
  kind: number;
  at: number;
  length: number;
}

/** The options of `[start, end)` that are there whole (RFC 9293 §3.2). */
function* optionsOf(bytes: Uint8Array, start: number, end: number): Generator<Option> {
  for (let at = start; at < end; ) {
    const kind = bytes[at]!;
    const single = kind === END || kind === NOP;
    const length = single ? 1 : at + 1 < end ? bytes[at + 1]! : 0;
    if (at + length > end || (!single && length < 2)) return;
    yield { kind, at, length };
    if (kind === END) return;
    at += length;
  }
}

/** The shift that a window scale option offers, or undefined. */
export function windowScale(bytes: Uint8Array, start: number, end: number): number | undefined {
  let scale: number | undefined;
  if (start >= end) return undefined;
  for (const { kind, at, length } of optionsOf(bytes, start, end)) {
    if (kind === WINDOW_SCALE && length === 3) scale = Math.min(bytes[at + 2]!, LARGEST_SCALE);
  }
  return scale;
}

/** Whether the segment is one of several paths (RFC 8684). */
export function hasMultipath(bytes: Uint8Array, start: number, end: number): boolean {
  for (const { kind } of optionsOf(bytes, start, end)) if (kind === MULTIPATH) return true;
  return false;
}

/** ` MSS=1460 SACK_PERM WS=128`: what the Info column says of options. */
export function showOptions(bytes: Uint8Array, start: number, end: number, ackBase: number): string {
  let text = "";
  for (const option of optionsOf(bytes, start, end)) {
    const { kind, at, length } = option;
    if (kind === SEGMENT_SIZE && length === 4) text += ` MSS=${u16(bytes, at + 2)}`;
    else if (kind === WINDOW_SCALE && length === 3) text += ` WS=${factor(bytes[at + 2]!)}`;
    else if (kind === SACK_PERMITTED) text += " SACK_PERM";
    else if (kind === TIMESTAMPS && length === 10) {
      text += ` TSval=${u32(bytes, at + 2)} TSecr=${u32(bytes, at + 6)}`;
    } else if (kind === SACK) {
      for (const { left, right } of blocksOf(bytes, option, ackBase)) text += ` SLE=${left} SRE=${right}`;
    } else if (kind === SIGNATURE && length === 18) text += " MD5";
    else if (kind === FAST_OPEN) text += length === 2 ? " TFO=R" : " TFO=C";
  }
  return text;
}

function factor(shift: number): number {
  return 2 ** Math.min(shift, LARGEST_SCALE);
}

/** The blocks of a selective acknowledgment (RFC 2018 §3), as relative numbers. */
function blocksOf(bytes: Uint8Array, { at, length }: Option, ackBase: number) {
  const blocks: { left: number; right: number }[] = [];
  for (let block = at + 2; block + 8 <= at + length; block += 8) {
    blocks.push({
      left: (u32(bytes, block) - ackBase) >>> 0,
      right: (u32(bytes, block + 4) - ackBase) >>> 0,
    });
  }
  return blocks;
}

const NAMES: Readonly<Record<number, string>> = {
  [END]: "End of Option List (EOL)",
  [NOP]: "No-Operation (NOP)",
  [SEGMENT_SIZE]: "Maximum segment size",
  [WINDOW_SCALE]: "Window scale",
  [SACK_PERMITTED]: "SACK permitted",
  [SACK]: "SACK",
  [TIMESTAMPS]: "Timestamps",
  [SIGNATURE]: "TCP MD5 signature",
  [MULTIPATH]: "Multipath TCP",
  [FAST_OPEN]: "Fast open",
};

/** Adds the options to a header's fields. */
export function listOptions(fields: FieldList, start: number, end: number, ackBase: number): void {
  fields.group("tcp.options", "Options", `(${end - start} bytes)`, start, end - start, (children) => {
    for (const option of optionsOf(fields.bytes, start, end)) listOption(children, option, ackBase);
  });
}

function listOption(fields: FieldList, option: Option, ackBase: number): void {
  const { kind, at, length } = option;
  const { bytes } = fields;
  const label = `TCP Option - ${NAMES[kind] ?? `Unknown (${kind})`}`;
  fields.group("tcp.options.option", label, showValue(bytes, option), at, length, (children) => {
    children.number("tcp.option_kind", "Kind", at, 1, (value) => `${NAMES[value] ?? "Unknown"} (${value})`);
    if (length < 2) return;
    children.number("tcp.option_len", "Length", at + 1, 1);
    if (kind === SEGMENT_SIZE && length === 4) children.number("tcp.options.mss_val", "MSS Value", at + 2, 2);
    else if (kind === WINDOW_SCALE && length === 3) {
      children.number("tcp.options.wscale.shift", "Shift count", at + 2, 1);
      children.add("tcp.options.wscale.multiplier", "Multiplier", factor(bytes[at + 2]!), at + 2, 1);
    } else if (kind === TIMESTAMPS && length === 10) {
      children.number("tcp.options.timestamp.tsval", "Timestamp value", at + 2, 4);
      children.number("tcp.options.timestamp.tsecr", "Timestamp echo reply", at + 6, 4);
    } else if (kind === SACK) {
      for (const [i, { left, right }] of blocksOf(bytes, option, ackBase).entries()) {
        const relative = (value: number) => `${value} (relative)`;
        children.add("tcp.options.sack_le", "Left edge", relative(left), at + 2 + 8 * i, 4);
        children.add("tcp.options.sack_re", "Right edge", relative(right), at + 6 + 8 * i, 4);
      }
    } else children.raw("tcp.options.data", "Data", at + 2, length - 2);
  });
}

function showValue(bytes: Uint8Array, { kind, at, length }: Option): string {
  if (kind === SEGMENT_SIZE && length === 4) return `${u16(bytes, at + 2)} bytes`;
  if (kind === WINDOW_SCALE && length === 3)
    return `${bytes[at + 2]} (multiply by ${factor(bytes[at + 2]!)})`;
  if (kind === TIMESTAMPS && length === 10) return `TSval ${u32(bytes, at + 2)}, TSecr ${u32(bytes, at + 6)}`;
  return NAMES[kind] ? "" : hexNumber(kind, 2);
}
