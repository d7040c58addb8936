import { MALFORMED } from "./malformed.js";

/** Headers of RFC 2190 §5, by mode. */
const MODES = { A: 4, B: 8, C: 12 } as const;
/** Up to the type of a picture. */
const PICTURE_HEADER = 3;

/**
 * What Info says of an H.263 payload with the header of RFC 2190 §5: its mode, and the picture that begins in it.
 *
 *     |F|P|SBIT |EBIT | SRC |I|U|S|A| …
 */
export function h263Remark(bytes: Uint8Array, start: number, end: number): string {
  const flags = bytes[start]! >> 6;
  if (flags === 1) return "H263 payload ";
  const mode = flags === 0 ? "A" : flags === 2 ? "B" : "C";
  const at = start + MODES[mode];
  if (at > end) return `MODE ${mode} ${MALFORMED}`;
  if (bytes[at] !== 0 || bytes[at + 1] !== 0 || at + 3 > end) return `MODE ${mode} H263 payload `;
  return `MODE ${mode} H263 payload ${pictureRemark(bytes, at + 2, end)}`;
}

/**
 * The same with the header of RFC 4629 §5.1, which leaves out the two zeros that a start code begins with (P).
 *
 *     |   RR    |P|V|   PLEN    |PEBIT|
 */
export function h263PlusRemark(bytes: Uint8Array, start: number, end: number): string {
  const redundancy = bytes[start]! & 2 ? 1 : 0;
  const extra = ((bytes[start]! & 1) << 5) | ((bytes[start + 1] ?? 0) >> 3);
  const at = start + 2 + redundancy + extra;
  if (at >= end) return MALFORMED;
  return bytes[start]! & 4 ? pictureRemark(bytes, at, end) : "";
}

/**
 * A start code's end and what follows (ITU-T H.263 §5.1, §5.2): `1` and five bits of a group's number, 0 for a
 * picture's own; then 8 bits of time and the picture's type, `(PSC) P-frame`.
 */
function pictureRemark(bytes: Uint8Array, at: number, end: number): string {
  const code = bytes[at]!;
  if ((code & 0x80) === 0) return "";
  if (code & 0x7c) return "(GBSC) ";
  if (end - at < PICTURE_HEADER) return `(PSC) ${MALFORMED}`;
  const type = bytes[at + 2]!;
  const extended = (type & 0x1c) === 0x1c; // its type stands further on (§5.1.4)
  if (extended) return "(PSC) ";
  return type & 2 ? "(PSC) P-frame" : "(PSC) I-Frame";
}
