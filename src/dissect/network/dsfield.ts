import { hexNumber } from "../bytes.js";
import type { FieldList } from "../fields.js";

// RFC 2474, RFC 2597, RFC 3246, RFC 5865: code points with a short and a long name
const CODE_POINTS: Readonly<Record<number, [short: string, long: string]>> = {
  0: ["CS0", "Default"],
  8: ["CS1", "Class Selector 1"],
  10: ["AF11", "Assured Forwarding 11"],
  12: ["AF12", "Assured Forwarding 12"],
  14: ["AF13", "Assured Forwarding 13"],
  16: ["CS2", "Class Selector 2"],
  18: ["AF21", "Assured Forwarding 21"],
  20: ["AF22", "Assured Forwarding 22"],
  22: ["AF23", "Assured Forwarding 23"],
  24: ["CS3", "Class Selector 3"],
  26: ["AF31", "Assured Forwarding 31"],
  28: ["AF32", "Assured Forwarding 32"],
  30: ["AF33", "Assured Forwarding 33"],
  32: ["CS4", "Class Selector 4"],
  34: ["AF41", "Assured Forwarding 41"],
  36: ["AF42", "Assured Forwarding 42"],
  38: ["AF43", "Assured Forwarding 43"],
  40: ["CS5", "Class Selector 5"],
  44: ["VOICE-ADMIT", "Voice Admit"],
  46: ["EF PHB", "Expedited Forwarding"],
  48: ["CS6", "Class Selector 6"],
  56: ["CS7", "Class Selector 7"],
};

const CONGESTION = ["Not-ECT", "ECT(1)", "ECT(0)", "CE"];
const CONGESTION_LONG = [
  "Not ECN-Capable Transport",
  "ECN-Capable Transport codepoint '01'",
  "ECN-Capable Transport codepoint '10'",
  "Congestion Experienced",
];

export const dscpShort = (point: number): string => CODE_POINTS[point]?.[0] ?? "Unknown";
export const dscpName = (point: number): string => CODE_POINTS[point]?.[1] ?? "Unknown";
export const congestionShort = (bits: number): string => CONGESTION[bits]!;
export const congestionName = (bits: number): string => CONGESTION_LONG[bits]!;

/** The Differentiated Services byte of IPv4: how the packet wants to be treated, and whether there was congestion. */
export function listDsField(fields: FieldList, at: number): void {
  if (at >= fields.end) return;
  const value = fields.bytes[at]!;
  const text = `${hexNumber(value, 2)} (DSCP: ${dscpShort(value >> 2)}, ECN: ${congestionShort(value & 3)})`;
  fields.group("ip.dsfield", "Differentiated Services Field", text, at, 1, (children) => {
    const point = (bits: number) => `${dscpName(bits)} (${bits})`;
    children.bits("ip.dsfield.dscp", "Differentiated Services Codepoint", at, 0xfc, point);
    const congestion = (bits: number) => `${congestionName(bits)} (${bits})`;
    children.bits("ip.dsfield.ecn", "Explicit Congestion Notification", at, 0x03, congestion);
  });
}
