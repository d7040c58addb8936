import { u16, u32 } from "../../bytes.js";

/** Option kinds (IANA: TCP Option Kind Numbers). */
export const TcpOption = {
  end: 0,
  nop: 1,
  segmentSize: 2,
  windowScale: 3,
  sackPermitted: 4,
  sack: 5,
  timestamps: 8,
  signature: 19,
  multipath: 30,
  fastOpen: 34,
} as const;

const LARGEST_SCALE = 14; // RFC 7323 §2.3

export interface Option {
  kind: number;
  at: number;
  length: number;
}

/** The options of `[start, end)` that are there whole (RFC 9293 §3.2). */
export function* optionsOf(bytes: Uint8Array, start: number, end: number): Generator<Option> {
  for (let at = start; at < end; ) {
    const kind = bytes[at]!;
    const single = kind === TcpOption.end || kind === TcpOption.nop;
    const length = single ? 1 : at + 1 < end ? bytes[at + 1]! : 0;
    if (at + length > end || (!single && length < 2)) return;
    yield { kind, at, length };
    if (kind === TcpOption.end) return;
    at += length;
  }
}

/** The shift that a window scale option offers, or undefined. */
export function windowScale(bytes: Uint8Array, start: number, end: number): number | undefined {
  let scale: number | undefined;
  if (start >= end) return undefined;
  for (const { kind, at, length } of optionsOf(bytes, start, end)) {
    if (kind === TcpOption.windowScale && length === 3) scale = Math.min(bytes[at + 2]!, LARGEST_SCALE);
  }
  return scale;
}

/** Whether the segment is one of several paths (RFC 8684). */
export function hasMultipath(bytes: Uint8Array, start: number, end: number): boolean {
  for (const { kind } of optionsOf(bytes, start, end)) if (kind === TcpOption.multipath) return true;
  return false;
}

/** ` MSS=1460 SACK_PERM WS=128`: what the Info column says of options. */
export function showOptions(bytes: Uint8Array, start: number, end: number, ackBase: number): string {
  let text = "";
  for (const option of optionsOf(bytes, start, end)) {
    const { kind, at, length } = option;
    if (kind === TcpOption.segmentSize && length === 4) text += ` MSS=${u16(bytes, at + 2)}`;
    else if (kind === TcpOption.windowScale && length === 3) text += ` WS=${factor(bytes[at + 2]!)}`;
    else if (kind === TcpOption.sackPermitted) text += " SACK_PERM";
    else if (kind === TcpOption.timestamps && length === 10) {
      text += ` TSval=${u32(bytes, at + 2)} TSecr=${u32(bytes, at + 6)}`;
    } else if (kind === TcpOption.sack) {
      for (const { left, right } of blocksOf(bytes, option, ackBase)) text += ` SLE=${left} SRE=${right}`;
    } else if (kind === TcpOption.signature && length === 18) text += " MD5";
    else if (kind === TcpOption.fastOpen) text += length === 2 ? " TFO=R" : " TFO=C";
  }
  return text;
}

/** What a window is multiplied by. */
export function factor(shift: number): number {
  return 2 ** Math.min(shift, LARGEST_SCALE);
}

/** The blocks of a selective acknowledgment (RFC 2018 §3), as relative numbers. */
export function blocksOf(bytes: Uint8Array, { at, length }: Option, ackBase: number) {
  const blocks: { left: number; right: number }[] = [];
  for (let block = at + 2; block + 8 <= at + length; block += 8) {
    blocks.push({
      left: (u32(bytes, block) - ackBase) >>> 0,
      right: (u32(bytes, block + 4) - ackBase) >>> 0,
    });
  }
  return blocks;
}
