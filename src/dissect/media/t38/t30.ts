import { COMMANDED_RATES, CONTROL_FIELDS, RATES } from "./t30-names.js";

const HEADER = 3;
const DIGITS = 20;
const REQUEST = 32;
const SHORT = " [MALFORMED OR SHORT PACKET]";

/** What an HDLC frame of T.30 says (ITU-T T.30 §5.3): address, control, facsimile control field, and its information. */
export function t30Text(bytes: Uint8Array): string {
  if (bytes.length < HEADER) return ` (HDLC Reassembled:${SHORT})`;
  const [short, long] = CONTROL_FIELDS[bytes[2]! & 0x7f] ?? ["<unknown>", "<unknown>"];
  return ` (HDLC Reassembled: ${short} - ${long}${informationText(bytes[2]!, bytes.subarray(HEADER))})`;
}

function informationText(field: number, bytes: Uint8Array): string {
  switch (
    field === 0x81 || field === 0x82 || field === 0x83 || field === 0x85 || field === 0x86
      ? field
      : field & 0x7f
  ) {
    case 0x01: // DIS
    case 0x81: // DTC
      return rateText(bytes, RATES);
    case 0x41: // DCS
      return rateText(bytes, COMMANDED_RATES);
    case 0x02: // CSI, TSI, SUB, SID, CIG, PWD, SEP, PSA
    case 0x42:
    case 0x43:
    case 0x45:
    case 0x82:
    case 0x83:
    case 0x85:
    case 0x86:
      return numberText(bytes);
    case 0x60: // FCD
      return bytes.length < 2 ? SHORT : ` - Frame num:${reversed(bytes[0]!)}`;
    case 0x7d: // PPS
      if (bytes.length !== 4) return SHORT;
      return ` - PC:${reversed(bytes[1]!)} BC:${reversed(bytes[2]!)} FC:${reversed(bytes[3]!)}`;
    case 0x3d: // PPR
      return bytes.length === REQUEST ? ` - ${bits(bytes)} frames` : SHORT;
    case 0x04: // NSF, NSS
    case 0x44:
      return bytes.length < 2 ? SHORT : "";
    default:
      return "";
  }
}

function rateText(bytes: Uint8Array, rates: Readonly<Record<number, string>>): string {
  return bytes.length < 3 ? SHORT : ` - DSR:${rates[(bytes[1]! & 0x3c) >> 2] ?? "<unknown>"}`;
}

/** Twenty digits, the last one first, each octet with its lowest bit first. */
function numberText(bytes: Uint8Array): string {
  if (bytes.length !== DIGITS) return " [MALFORMED OR SHORT PACKET: number of digits must be 20]";
  const text = String.fromCharCode(...Array.from(bytes, reversed).reverse());
  return ` - Number:${text.split("\0", 1)[0]!.trim()}`;
}

function reversed(octet: number): number {
  let value = 0;
  for (let i = 0; i < 8; i++) value |= ((octet >> i) & 1) << (7 - i);
  return value;
}

function bits(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) for (let left = byte; left > 0; left >>= 1) count += left & 1;
  return count;
}
