import { u16 } from "../bytes.js";
import { data } from "../data.js";
import { reaches } from "../malformed.js";
import { Family, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { llc } from "./llc.js";

const HEADER = 24;
const SHORTEST_HEADER = 10;
const ADDRESS = 6;
const CHECK_SEQUENCE = 4;

const Type = { management: 0, control: 1, data: 2 } as const;
const NO_DATA = 4;
const QUALITY = 8;

const Flag = { toSystem: 0x01, fromSystem: 0x02, protected: 0x40, order: 0x80 } as const;
/** The flags as Info shows them, the highest first. */
const FLAG_LETTERS = "opmPRMFT";

/** Kinds of frames (IEEE 802.11 table 9-1): type times 16, and subtype. */
const KINDS: Readonly<Record<number, string>> = {
  0: "Association Request",
  1: "Association Response",
  2: "Reassociation Request",
  3: "Reassociation Response",
  4: "Probe Request",
  5: "Probe Response",
  8: "Beacon frame",
  10: "Disassociate",
  11: "Authentication",
  12: "Deauthentication",
  13: "Action",
  24: "802.11 Block Ack Req",
  25: "802.11 Block Ack",
  27: "Request-to-send",
  28: "Clear-to-send",
  29: "Acknowledgement",
  32: "Data",
  36: "Null function (No data)",
  40: "QoS Data",
  44: "QoS Null function (No data)",
};

/**
 * Wireless LAN (IEEE 802.11 §9.2.4): data that is not encrypted is read on, of other frames only the kind is said.
 *
 *     | frame control | duration | address 1 | address 2 | address 3 | sequence | address 4 | QoS |
 */
export const wlan: Protocol = {
  name: "wlan",
  title: "IEEE 802.11",
  label: "802.11",
  on: { link: [105] },

  parse(packet, start, end) {
    const layer = packet.push(wlan, start, end);
    if (layer === -1 || !reaches(packet, start + SHORTEST_HEADER, end)) return;
    const { bytes } = packet;
    const kind = bytes[start]!;
    const type = (kind >> 2) & 3;
    const flags = bytes[start + 1]!;
    if (type === Type.control || !reaches(packet, start + HEADER, end)) return;
    setAddresses(packet, start, type === Type.data ? flags & 3 : 0);
    if (type !== Type.data) return;
    const subtype = kind >> 4;
    const from = start + headerLength(subtype, flags);
    if (subtype & NO_DATA || !reaches(packet, from, end)) return;
    packet.ends[layer] = from;
    if (flags & Flag.protected || isAggregate(bytes, from, subtype)) data.parse(packet, from, end);
    else llc.parse(packet, from, end);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    if (packet.frameEnd - at < SHORTEST_HEADER) return "";
    const type = (bytes[at]! >> 2) & 3;
    const name = KINDS[16 * type + (bytes[at]! >> 4)] ?? "Unrecognized (Reserved frame)";
    const sequence = type === Type.control ? undefined : littleU16(bytes, at + 22);
    const numbers = sequence === undefined ? "" : `, SN=${sequence >> 4}, FN=${sequence & 15}`;
    return `${name}${numbers}, Flags=${showFlags(bytes[at + 1]!)}${checked(packet, layer) ? "C" : ""}`;
  },
};

/**
 * Radiotap (https://www.radiotap.org): what the receiver says of a frame, its length in two bytes, little-endian; then
 * the frame.
 */
export const radiotap: Protocol = {
  name: "radiotap",
  title: "Radiotap Header",
  label: "802.11 Radio",
  on: { link: [127] },

  parse(packet, start, end) {
    const layer = packet.push(radiotap, start, end);
    if (layer === -1 || !reaches(packet, start + 8, end)) return;
    const length = littleU16(packet.bytes, start + 2);
    if (length < 8 || !reaches(packet, start + length, end)) return;
    packet.ends[layer] = start + length;
    const check = hasCheckSequence(packet.bytes, start) ? CHECK_SEQUENCE : 0;
    packet.wireEnd -= check;
    wlan.parse(packet, start + length, Math.min(end, packet.wireEnd));
  },
};

/** Whether the frame ends with its check sequence: the `Flags` field, behind `TSFT`, says so. */
function hasCheckSequence(bytes: Uint8Array, start: number): boolean {
  const present = bytes[start + 4]!;
  if ((present & 2) === 0) return false;
  let at = start + 8;
  while (bytes[at - 1]! & 0x80 && at - start < 64) at += 4; // more words of what is present
  if (present & 1) at = start + ((at - start + 7) & ~7) + 8;
  return (bytes[at]! & 0x10) !== 0;
}

function checked(packet: Packet, layer: number): boolean {
  return (
    layer > 0 && packet.protocols[layer - 1] === radiotap && hasCheckSequence(packet.bytes, packet.frameStart)
  );
}

/** Which of the addresses are source and destination (table 9-30). */
function setAddresses(packet: Packet, start: number, systems: number): void {
  const address = (number: number) => start + 4 + ADDRESS * (number - 1);
  packet.family = Family.ethernet;
  packet.addressBytes = packet.bytes;
  packet.destinationAt = address(systems & Flag.toSystem ? 3 : 1);
  packet.sourceAt = address(systems & Flag.fromSystem ? 3 : 2);
  if (systems === (Flag.toSystem | Flag.fromSystem)) packet.sourceAt = start + HEADER;
}

function headerLength(subtype: number, flags: number): number {
  const fourth = (flags & 3) === 3 ? ADDRESS : 0;
  const quality = subtype & QUALITY ? (flags & Flag.order ? 6 : 2) : 0;
  return HEADER + fourth + quality;
}

/** Several frames in one: the bit is in the quality field, which ends the header. */
function isAggregate(bytes: Uint8Array, headerEnd: number, subtype: number): boolean {
  return (subtype & QUALITY) !== 0 && (bytes[headerEnd - 2]! & 0x80) !== 0;
}

function showFlags(flags: number): string {
  return [...FLAG_LETTERS].map((letter, i) => (flags & (0x80 >> i) ? letter : ".")).join("");
}

function littleU16(bytes: Uint8Array, at: number): number {
  const value = u16(bytes, at);
  return ((value & 255) << 8) | (value >> 8);
}
