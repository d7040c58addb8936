import { formatMac } from "../address.js";
import { u16, u32 } from "../bytes.js";
import { byteAt, rowOnly } from "../row.js";

const LABELS: Readonly<Record<number, string>> = { 1: "LACP", 2: "Marker", 3: "OAM", 10: "OSSP" };

const OAM: Readonly<Record<number, string>> = {
  0: "Information",
  1: "Event Notification",
  2: "Variable Request",
  3: "Variable Response",
  4: "Loopback Control",
  254: "Organization Specific",
};

/** The slow protocols (IEEE 802.3 annex 57A), told apart by their first byte. */
export const slowProtocols = rowOnly({
  name: "slow",
  title: "Slow Protocols",
  label: (bytes, start) => LABELS[bytes[start]!] ?? "Slow Protocols",
  on: { ether: [0x8809] },
  info(bytes, start, end) {
    switch (bytes[start]!) {
      case 1:
        return lacpInfo(bytes, start, end);
      case 2:
        return markerInfo(bytes, start, end);
      case 3:
        return `OAMPDU: ${OAM[byteAt(bytes, start + 3, end)] ?? "Unknown"}`;
      default:
        return LABELS[bytes[start]!] ? "" : `Subtype = ${bytes[start]!}`;
    }
  },
});

/** The actor and the partner of an aggregated link (IEEE 802.1AX §6.4.2.3). */
function lacpInfo(bytes: Uint8Array, start: number, end: number): string {
  if (start + 42 > end) return "";
  const actor = systemOf(bytes, start + 4);
  return `v${bytes[start + 1]} ACTOR ${actor} PARTNER ${systemOf(bytes, start + 24)}`;
}

/** What each bit of a system's state stands for, the highest first. */
const STATE = [..."EFDCSGSA"];

/** Priority, address, key, the port's priority and number, and the state. */
function systemOf(bytes: Uint8Array, at: number): string {
  const state = STATE.map((letter, bit) => (bytes[at + 14]! & (0x80 >> bit) ? letter : "*")).join("");
  return `${formatMac(bytes, at + 2)} P: ${u16(bytes, at + 12)} K: ${u16(bytes, at + 8)} ${state}`;
}

function markerInfo(bytes: Uint8Array, start: number, end: number): string {
  if (start + 16 > end) return "Marker Protocol";
  const system = formatMac(bytes, start + 6);
  return `Marker Protocol SysId=${system}, P=${u16(bytes, start + 4)}, TId=${u32(bytes, start + 12)}`;
}
