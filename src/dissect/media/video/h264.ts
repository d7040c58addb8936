import { u16 } from "../../bytes.js";
import { MALFORMED } from "./malformed.js";
import { H264_UNITS } from "./nal-names.js";

/** Types that only RTP knows (RFC 6184 §5.2). */
const Unit = { singleTime: 24, singleTimeNumbered: 25, fragment: 28, fragmentNumbered: 29 } as const;

const HEADER = 1;
const SIZE = 2;
const END_OF_SEQUENCE = 10; // it has a header only

/**
 * What Info says of an H.264 payload (RFC 6184 §5): which NAL units it holds, ` STAP-A SPS PPS`, or of which one it is
 * a part, ` FU-A Start:IDR-Slice`.
 */
export function h264Remark(bytes: Uint8Array, start: number, end: number): string {
  const type = bytes[start]! & 31;
  const name = ` ${H264_UNITS[type]}`;
  if (type === Unit.singleTime) return name + unitsIn(bytes, start + HEADER, end);
  // the decoding order number stands first (§5.7.1)
  if (type === Unit.singleTimeNumbered) return name + unitsIn(bytes, start + HEADER + 2, end);
  if (type === Unit.fragment) return name + partOf(bytes, start + HEADER, end);
  if (type === Unit.fragmentNumbered || type === END_OF_SEQUENCE) return name;
  return end - start > HEADER ? name : name + MALFORMED;
}

/**
 * A fragment's header (§5.8).
 *
 *     |S|E|R|  type   |
 */
function partOf(bytes: Uint8Array, at: number, end: number): string {
  if (at >= end) return MALFORMED;
  const header = bytes[at]!;
  if (header & 0x80) return ` Start:${H264_UNITS[header & 31]}${at + 1 < end ? "" : MALFORMED}`;
  return header & 0x40 ? " End" : "";
}

/** Units one after the other, each behind its size in 16 bits (§5.7.1). */
function unitsIn(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  let at = start;
  do {
    if (at + SIZE > end) return text + MALFORMED;
    const size = u16(bytes, at);
    at += SIZE;
    if (size === 0 || at + size > end) return `${text}  [Bad NAL Length]`;
    text += ` ${H264_UNITS[bytes[at]! & 31]}`;
    at += size;
  } while (at < end);
  return text;
}
