import { formatIpv4 } from "../address.js";
import { hexBytes, u16 } from "../bytes.js";
import type { FieldList } from "../fields.js";

const HEADER = 20;
const END = 0;
const NOP = 1;
const ROUTER_ALERT = 148;
const LOOSE_ROUTE = 131;
const STRICT_ROUTE = 137;

const OPTIONS: Readonly<Record<number, [name: string, label: string]>> = {
  [END]: ["eol", "End of Options List (EOL)"],
  [NOP]: ["nop", "No-Operation (NOP)"],
  7: ["record_route", "Record Route"],
  25: ["qs", "Quick-Start"],
  68: ["timestamp", "Time Stamp"],
  130: ["security", "Security"],
  [LOOSE_ROUTE]: ["route", "Loose Source Route"],
  134: ["cipso", "Commercial Security"],
  136: ["sid", "Stream ID"],
  [STRICT_ROUTE]: ["source_route", "Strict Source Route"],
  [ROUTER_ALERT]: ["routeralert", "Router Alert"],
};

/** The options of a header that ends at `end`: type, place and length; stops where a length cannot be right. */
function* options(
  bytes: Uint8Array,
  start: number,
  end: number,
): Generator<{ type: number; at: number; length: number }> {
  for (let at = start + HEADER; at < end; ) {
    const type = bytes[at]!;
    const single = type === END || type === NOP;
    const length = single ? 1 : (bytes[at + 1] ?? 0);
    if (at + length > end || (!single && length < 2)) return;
    yield { type, at, length };
    if (type === END) return;
    at += length;
  }
}

/** Where the address of the destination lies: under source routing, the last of the route not yet gone (RFC 791). */
export function finalDestination(bytes: Uint8Array, start: number, end: number): number {
  for (const { type, at, length } of options(bytes, start, end)) {
    if (type !== LOOSE_ROUTE && type !== STRICT_ROUTE) continue;
    // the pointer counts from 1; past the length, the route is gone
    const gone = length < 7 || bytes[at + 2]! > length - 3;
    if (!gone) return at + length - 4;
  }
  return start + 16;
}

/** Adds the options to a header's fields. */
export function listIpv4Options(fields: FieldList, start: number, end: number): void {
  const found = [...options(fields.bytes, start, end)];
  const from = start + HEADER;
  const names = found.filter(({ type }) => type > NOP).map(({ type }) => OPTIONS[type]?.[1] ?? "Unknown");
  const value = [`(${end - from} bytes)`, ...names].join(", ");
  fields.group("ip.options", "Options", value, from, end - from, (children) => {
    for (const { type, at, length } of found) {
      const [name, option] = OPTIONS[type] ?? ["unknown", `Unknown (${type})`];
      const alert = type === ROUTER_ALERT && length === 4 ? showAlert(u16(fields.bytes, at + 2)) : "";
      const label = `IP Option - ${option}${length > 1 ? ` (${length} bytes)` : ""}`;
      children.group(`ip.options.${name}`, label, alert, at, length, (inner) => {
        inner.number("ip.opt.type", "Type", at, 1);
        if (length < 2) return;
        inner.number("ip.opt.len", "Length", at + 1, 1);
        if (alert !== "") inner.number("ip.opt.ra", "Router Alert", at + 2, 2, showAlert);
        else if (name.endsWith("route")) listRoute(inner, at, length);
        else inner.raw("ip.opt.data", "Data", at + 2, length - 2);
      });
    }
  });
}

/** RFC 2113 §2.1 */
function showAlert(value: number): string {
  return `${value === 0 ? "Router shall examine packet" : "Reserved"} (${value})`;
}

function listRoute(fields: FieldList, start: number, length: number): void {
  if (length < 3) return;
  fields.number("ip.opt.ptr", "Pointer", start + 2, 1);
  let at = start + 3;
  for (; at + 4 <= start + length; at += 4) {
    fields.add("ip.rec_rt", "Recorded Route", formatIpv4(fields.bytes, at), at, 4);
  }
  if (at < start + length) {
    fields.add(
      "ip.opt.padding",
      "Padding",
      hexBytes(fields.bytes, at, start + length),
      at,
      start + length - at,
    );
  }
}
