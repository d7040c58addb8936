import { u32 } from "../bytes.js";
import { byteAt, rowOnly } from "../row.js";

const OSPF: Readonly<Record<number, string>> = {
  1: "Hello Packet",
  2: "DB Description",
  3: "LS Request",
  4: "LS Update",
  5: "LS Acknowledge",
};

/** Open Shortest Path First, versions 2 (RFC 2328 §A.3.1) and 3 (RFC 5340 §A.3.1). */
export const ospf = rowOnly({
  name: "ospf",
  title: "Open Shortest Path First",
  label: "OSPF",
  on: { ip: [89] },
  info: (bytes, start, end) => OSPF[byteAt(bytes, start + 1, end)] ?? "Unknown",
});

const EIGRP: Readonly<Record<number, string>> = {
  1: "Update",
  2: "Request",
  3: "Query",
  4: "Reply",
  5: "Hello",
  10: "SIA-Query",
  11: "SIA-Reply",
};

/** Enhanced Interior Gateway Routing Protocol (RFC 7868 §6.2); a Hello that acknowledges says so. */
export const eigrp = rowOnly({
  name: "eigrp",
  title: "Cisco EIGRP",
  label: "EIGRP",
  on: { ip: [88] },
  info(bytes, start, end) {
    const opcode = byteAt(bytes, start + 1, end);
    const acknowledges = opcode === 5 && start + 16 <= end && u32(bytes, start + 12) !== 0;
    return (EIGRP[opcode] ?? "Unknown") + (acknowledges ? " (Ack)" : "");
  },
});

/** Virtual Router Redundancy Protocol (RFC 5798 §5.1). */
export const vrrp = rowOnly({
  name: "vrrp",
  title: "Virtual Router Redundancy Protocol",
  label: "VRRP",
  on: { ip: [112] },
  info(bytes, start) {
    const type = bytes[start]! & 15;
    return `${type === 1 ? "Announcement" : `Unknown (${type})`} (v${bytes[start]! >> 4})`;
  },
});

const PIM: Readonly<Record<number, string>> = {
  0: "Hello",
  1: "Register",
  2: "Register-stop",
  3: "Join/Prune",
  4: "Bootstrap",
  5: "Assert",
  6: "Graft",
  7: "Graft-Ack",
  8: "Candidate-RP-Advertisement",
  9: "State-Refresh",
  10: "DF election",
  11: "ECMP redirect",
};

/** Protocol Independent Multicast (RFC 7761 §4.9). */
export const pim = rowOnly({
  name: "pim",
  title: "Protocol Independent Multicast",
  label: (bytes, start) => `PIMv${bytes[start]! >> 4}`,
  on: { ip: [103] },
  info: (bytes, start) => PIM[bytes[start]! & 15] ?? `Unknown (${bytes[start]! & 15})`,
});

/** Resource Reservation Protocol (RFC 2205 §3.1.1). */
export const rsvp = rowOnly({
  name: "rsvp",
  title: "Resource Reservation Protocol",
  label: "RSVP",
  on: { ip: [46] },
});

/** IP Payload Compression Protocol (RFC 3173 §3.3). */
export const ipcomp = rowOnly({
  name: "ipcomp",
  title: "IP Payload Compression",
  label: "IPComp",
  on: { ip: [108] },
});

/** Interior Gateway Routing Protocol of Cisco. */
export const igrp = rowOnly({
  name: "igrp",
  title: "Cisco Interior Gateway Routing Protocol",
  label: "IGRP",
  on: { ip: [9] },
});
