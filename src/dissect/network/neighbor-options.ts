import { formatIpv6, formatMac } from "../address.js";
import { u16 } from "../bytes.js";
import type { FieldList } from "../fields.js";

/** An option of Neighbor Discovery (RFC 4861 §4.6): a type, a length in units of 8 bytes, and what the type says. */
export interface NeighborOption {
  type: number;
  at: number;
  length: number;
}

const SOURCE_ADDRESS = 1;
const TARGET_ADDRESS = 2;
const PREFIX = 3;
const MTU = 5;
const MAC_LENGTH = 8;

/** The options from `start` on; `whole` is false where the last one is cut off. */
export function neighborOptions(bytes: Uint8Array, start: number, end: number) {
  const options: NeighborOption[] = [];
  let at = start;
  while (at + 2 <= end) {
    const length = 8 * bytes[at + 1]!;
    if (length === 0) return { options, whole: true };
    if (at + length > end) return { options, whole: false };
    options.push({ type: bytes[at]!, at, length });
    at += length;
  }
  return { options, whole: at === end };
}

/** ` from 02:00:…` and ` is at 02:00:…`: whose link-layer addresses the options tell. */
export function showLinkAddresses(bytes: Uint8Array, options: readonly NeighborOption[]): string {
  let text = "";
  for (const { type, at, length } of options) {
    if (length !== MAC_LENGTH) continue;
    if (type === SOURCE_ADDRESS) text += ` from ${formatMac(bytes, at + 2)}`;
    else if (type === TARGET_ADDRESS) text += ` is at ${formatMac(bytes, at + 2)}`;
  }
  return text;
}

const NAMES: Readonly<Record<number, string>> = {
  [SOURCE_ADDRESS]: "Source link-layer address",
  [TARGET_ADDRESS]: "Target link-layer address",
  [PREFIX]: "Prefix information",
  4: "Redirected header",
  [MTU]: "MTU",
  14: "Nonce",
  24: "Route Information",
  25: "Recursive DNS Server",
  31: "DNS Search List Option",
};

/** Adds the options to a message's fields. */
export function listNeighborOptions(fields: FieldList, options: readonly NeighborOption[]): void {
  const { bytes } = fields;
  for (const { type, at, length } of options) {
    const name = `${NAMES[type] ?? "Unknown"} (${type})`;
    const link = type <= TARGET_ADDRESS && length === MAC_LENGTH ? ` : ${formatMac(bytes, at + 2)}` : "";
    const label = `ICMPv6 Option (${NAMES[type] ?? "Unknown"}${link})`;
    fields.group("icmpv6.opt", label, "", at, length, (option) => {
      option.number("icmpv6.opt.type", "Type", at, 1, () => name);
      option.number("icmpv6.opt.length", "Length", at + 1, 1, (units) => `${units} (${length} bytes)`);
      if (link !== "") {
        option.add("icmpv6.opt.linkaddr", "Link-layer address", formatMac(bytes, at + 2), at + 2, 6);
      } else if (type === PREFIX && length === 32) {
        const prefix = `${formatIpv6(bytes, at + 16)}/${bytes[at + 2]}`;
        option.add("icmpv6.opt.prefix", "Prefix", prefix, at + 16, 16);
      } else if (type === MTU) option.number("icmpv6.opt.mtu", "MTU", at + 4, 4);
      else option.raw("icmpv6.opt.data", "Data", at + 2, length - 2);
    });
  }
}

/** Where the options of a message of that type begin, counted from its first byte; undefined where it has none. */
export function optionsStart(type: number): number | undefined {
  return STARTS[type];
}

const STARTS: Readonly<Record<number, number>> = { 133: 8, 134: 16, 135: 24, 136: 24, 137: 40 };

/** Whether a message of Multicast Listener Discovery (RFC 2710, RFC 3810) has all that it counts. */
export function listenerMessageEnd(bytes: Uint8Array, start: number, end: number): number {
  const type = bytes[start]!;
  if (type !== 143) {
    const query = type === 130 && end - start > 24;
    if (query && end - start < 28) return start + 28;
    return start + (query ? 28 + 16 * u16(bytes, start + 26) : 24);
  }
  let at = start + 8;
  for (let records = end - start < 8 ? 0 : u16(bytes, start + 6); records > 0 && at < end; records--) {
    if (at + 20 > end) return at + 20;
    at += 20 + 16 * u16(bytes, at + 2) + 4 * bytes[at + 1]!;
  }
  return at;
}
