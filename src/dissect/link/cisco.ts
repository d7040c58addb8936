import { textOf, u16, u32 } from "../bytes.js";
import { byteAt, rowOnly } from "../row.js";

const HEADER = 4;
const DEVICE = 1;

/** `Device ID: S2  Port ID: Fa0/1  `: the elements of type and length that name a device and its port. */
function deviceAndPort(port: number) {
  return (bytes: Uint8Array, start: number, end: number): string => {
    let text = "";
    for (let at = start + HEADER; at + 4 <= end; ) {
      const length = u16(bytes, at + 2);
      if (length < 4) break;
      const value = textOf(bytes, at + 4, Math.min(at + length, end));
      if (u16(bytes, at) === DEVICE) text += `Device ID: ${value}  `;
      else if (u16(bytes, at) === port) text += `Port ID: ${value}  `;
      at += length;
    }
    return text;
  };
}

/** Cisco Discovery Protocol: who is at the other end of the cable. */
export const cdp = rowOnly({
  name: "cdp",
  title: "Cisco Discovery Protocol",
  label: "CDP",
  info: deviceAndPort(3),
});

/** Unidirectional Link Detection (RFC 5171). */
export const udld = rowOnly({
  name: "udld",
  title: "Unidirectional Link Detection",
  label: "UDLD",
  info: deviceAndPort(2),
});

/** Dynamic Trunking Protocol. */
export const dtp = rowOnly({
  name: "dtp",
  title: "Dynamic Trunk Protocol",
  label: "DTP",
  info: () => "Dynamic Trunk Protocol",
});

const SUBSET = 2;
const VTP: Readonly<Record<number, string>> = {
  1: "Summary Advertisement",
  [SUBSET]: "Subset Advertisement",
  3: "Advertisement Request",
  4: "Join/Prune",
};

/** VLAN Trunking Protocol; the revision stands behind the domain's name of 32 bytes. */
export const vtp = rowOnly({
  name: "vtp",
  title: "VLAN Trunking Protocol",
  label: "VTP",
  info(bytes, start, end) {
    const code = byteAt(bytes, start + 1, end);
    const name = VTP[code] ?? `Unknown (0x${code.toString(16).padStart(2, "0")})`;
    if (code > SUBSET || start + 40 > end) return name;
    const which = code === SUBSET ? "Seq" : "Followers";
    return `${name}, Revision: ${u32(bytes, start + 36)}, ${which}: ${bytes[start + 2]}`;
  },
});

const FUNCTIONS: Readonly<Record<number, string>> = { 1: "Reply", 2: "Forward Data" };

/** Configuration Testing Protocol: frames that switches send to themselves. Its numbers are little-endian. */
export const loop = rowOnly({
  name: "loop",
  title: "Configuration Test Protocol (loopback)",
  label: "LOOP",
  on: { ether: [0x9000] },
  info(bytes, start, end) {
    const at = start + 2 + littleEndian(bytes, start, end);
    if (at + 2 > end) return "No valid function found";
    const number = littleEndian(bytes, at, end);
    return FUNCTIONS[number] ?? `Unknown function (${number})`;
  },
});

function littleEndian(bytes: Uint8Array, at: number, end: number): number {
  return at + 2 > end ? 0 : bytes[at]! | (bytes[at + 1]! << 8);
}
