import { MALFORMED } from "./malformed.js";
import { H265_UNITS } from "./nal-names.js";

const FRAGMENT = 49;
const HEADER = 2;

/**
 * What Info says of an H.265 payload (RFC 7798 §4.4): the NAL unit's type, or ` FU Start:IDR_W_RADL` of a part of one.
 *
 *      0                   1
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5
 *     |F|   type    |  layer    | TID |
 */
export function h265Remark(bytes: Uint8Array, start: number, end: number): string {
  if (end - start < HEADER) return MALFORMED;
  const type = (bytes[start]! >> 1) & 63;
  const rest = start + HEADER < end ? "" : MALFORMED;
  if (type !== FRAGMENT || rest) return ` ${H265_UNITS[type]}${rest}`;
  // the fragment's own header (§4.4.3): |S|E|   type    |
  const header = bytes[start + HEADER]!;
  if (header & 0x80) return ` FU Start:${H265_UNITS[header & 63]}`;
  return header & 0x40 ? " FU End" : " FU";
}
