import { formatMac } from "../address.js";
import { rowOnly } from "../row.js";

const SYNC = 0xff;
const MAGIC = 102;

/** The frame that wakes a sleeping machine: six bytes of ones, then its address sixteen times. */
export const wakeOnLan = rowOnly({
  name: "wol",
  title: "Wake On LAN",
  label: "WOL",
  on: { ether: [0x0842] },
  heuristic: ["udp"],
  accepts: isMagic,
  info(bytes, start, end) {
    const target = `MagicPacket for ${formatMac(bytes, start + 6)}`;
    const password = start + MAGIC;
    if (end - password >= 6) return `${target}, password ${formatMac(bytes, password)}`;
    return end - password >= 4
      ? `${target}, password ${bytes.slice(password, password + 4).join(".")}`
      : target;
  },
});

function isMagic(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < MAGIC || bytes[start] !== SYNC) return false;
  for (let at = start + 1; at < start + 6; at++) if (bytes[at] !== SYNC) return false;
  for (let at = start + 12; at < start + MAGIC; at++) if (bytes[at] !== bytes[at - 6]) return false;
  return true;
}
