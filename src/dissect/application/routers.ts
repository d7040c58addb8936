import { hexNumber } from "../bytes.js";
import type { Protocol } from "../protocol.js";
import { byteAt, rowOnly } from "../row.js";

// What routers tell each other in datagrams.

const RIP: Readonly<Record<number, string>> = {
  1: "Request",
  2: "Response",
  3: "Traceon",
  4: "Traceoff",
  5: "Vendor specific (Sun)",
};

/** Routing Information Protocol, versions 1 (RFC 1058) and 2 (RFC 2453). */
const rip = rowOnly({
  name: "rip",
  title: "Routing Information Protocol",
  label: (bytes, start, end) => {
    const version = byteAt(bytes, start + 1, end);
    return version === 1 || version === 2 ? `RIPv${version}` : "RIP";
  },
  on: { udp: [520] },
  info: (bytes, start) => RIP[bytes[start]!] ?? `Unknown command (${bytes[start]!})`,
});

/** Routing Information Protocol for IPv6 (RFC 2080). */
const ripng = rowOnly({
  name: "ripng",
  title: "RIPng",
  label: "RIPng",
  on: { udp: [521] },
  info: (bytes, start, end) =>
    ` Command ${RIP[bytes[start]!] ?? `Unknown command (${bytes[start]!})`}, Version ${byteAt(bytes, start + 1, end)}`,
});

const HSRP = ["Hello", "Coup", "Resign", "Advertise"];
const HSRP_STATES: Readonly<Record<number, string>> = {
  0: "Initial",
  1: "Learn",
  2: "Listen",
  4: "Speak",
  8: "Standby",
  16: "Active",
};
const HSRP_2_STATES: Readonly<Record<number, string>> = {
  0: "Disabled",
  1: "Init",
  2: "Learn",
  3: "Listen",
  4: "Speak",
  5: "Standby",
  6: "Active",
};
const ADVERTISEMENTS: Readonly<Record<number, string>> = { 1: "Dormant", 2: "Passive", 3: "Active" };
const ADVERTISE = 3;

/** Hot Standby Router Protocol (RFC 2281 §5.1) and its second version, which has elements of type and length. */
const hsrp: Protocol = {
  name: "hsrp",
  title: "Cisco Hot Standby Router Protocol",
  label: (packet, layer) => (isSecond(packet.buffers[layer]!, packet.starts[layer]!) ? "HSRPv2" : "HSRP"),
  on: { udp: [1985, 2029] },

  parse(packet, start, end) {
    if (end - start >= 8) packet.push(hsrp, start, end);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    if (isSecond(bytes, at)) {
      if (bytes[at] !== 1) return "";
      return `${HSRP[bytes[at + 3]!] ?? "Unknown"} (state ${HSRP_2_STATES[bytes[at + 4]!] ?? "Unknown"})`;
    }
    const opcode = bytes[at + 1]!;
    if (opcode === ADVERTISE) return `Advertise (state ${ADVERTISEMENTS[bytes[at + 6]!] ?? "Unknown"})`;
    return `${HSRP[opcode] ?? "Unknown"} (state ${HSRP_STATES[bytes[at + 2]!] ?? "Unknown"})`;
  },
};

/** The first element of the second version is a group's state, whose length is 40; the first has version 0 there. */
function isSecond(bytes: Uint8Array, at: number): boolean {
  return bytes[at] !== 0;
}

const DIAGNOSTICS = [
  "No Diagnostic",
  "Control Detection Time Expired",
  "Echo Function Failed",
  "Neighbor Signaled Session Down",
  "Forwarding Plane Reset",
  "Path Down",
  "Concatenated Path Down",
  "Administratively Down",
  "Reverse Concatenated Path Down",
];
const STATES = ["AdminDown", "Down", "Init", "Up"];

/** Bidirectional Forwarding Detection (RFC 5880 §4.1). */
const bfd = rowOnly({
  name: "bfd",
  title: "BFD Control message",
  label: "BFD Control",
  on: { udp: [3784, 4784] },
  accepts: (_bytes, start, end) => end - start >= 2,
  info(bytes, start) {
    const diagnostic = DIAGNOSTICS[bytes[start]! & 31] ?? "Unknown";
    const state = STATES[bytes[start + 1]! >> 6];
    return `Diag: ${diagnostic}, State: ${state}, Flags: ${hexNumber(bytes[start + 1]! & 0x3f, 2)}`;
  },
});

export const routerProtocols: readonly Protocol[] = [rip, ripng, hsrp, bfd];
