import { hexNumber, u16 } from "../bytes.js";
import type { Protocol } from "../protocol.js";
import { byteAt, rowOnly } from "../row.js";

// Protocols of a LAN that come by their EtherType and are known by their row.

const RRCP = ["Hello", "Get", "Set"];

/** Realtek's switch chips: remote control, echo, and detection of loops, by the first byte. */
const realtek = rowOnly({
  name: "rrcp",
  title: "Realtek Layer 2 Protocols",
  label(bytes, start) {
    if (bytes[start] === 1) return "RRCP";
    if (bytes[start] === 2) return "REP";
    return bytes[start] === 3 || bytes[start] === 0x23 ? "RLDP" : "Realtek";
  },
  on: { ether: [0x8899] },
  info(bytes, start, end) {
    const operation = byteAt(bytes, start + 1, end);
    if (bytes[start] === 2) return "Echo Reply";
    if (bytes[start] === 3 || bytes[start] === 0x23) return "Network Loop Detection";
    if (bytes[start] !== 1) return "";
    const name = RRCP[operation & 0x7f] ?? `Unknown (${operation & 0x7f})`;
    return `${name} ${operation & 0x80 ? "Reply" : "Request"}`;
  },
});

/** MAC control (IEEE 802.3 clause 31). */
const macControl = rowOnly({
  name: "macc",
  title: "MAC Control",
  label: "MAC CTRL",
  on: { ether: [0x8808] },
  info(bytes, start, end) {
    if (start + 4 > end) return "";
    switch (u16(bytes, start)) {
      case 1:
        return `Pause: pause_time: ${u16(bytes, start + 2)} quanta`;
      case 2:
        return "Gate";
      case 3:
        return "Report";
      case 0x101:
        return "Class Based Flow Control [CBFC] Pause";
      default:
        return "Unknown";
    }
  },
});

const LLTD = [
  ..."Discover Hello Emit Train Probe Ack Query QueryResp Reset Charge Flat".split(" "),
  "QueryLargeTlv",
  "QueryLargeTlvResp",
];
const LLTD_QUALITY: Readonly<Record<number, string>> = { 0: "QosInitializeSink", 1: "QosReady" };

/** Link Layer Topology Discovery: how Windows draws its map of the network. */
const lltd = rowOnly({
  name: "lltd",
  title: "Link Layer Topology Discovery",
  label: "LLTD",
  on: { ether: [0x88d9] },
  info(bytes, start, end) {
    const kind = byteAt(bytes, start + 3, end);
    const names: Readonly<Record<number, string>> = byteAt(bytes, start + 1, end) === 2 ? LLTD_QUALITY : LLTD;
    return names[kind] ?? `Unknown (${hexNumber(kind, 2)})`;
  },
});

const PTP: Readonly<Record<number, string>> = {
  0: "Sync Message",
  1: "Delay_Req Message",
  2: "Peer_Delay_Req Message",
  3: "Peer_Delay_Resp Message",
  8: "Follow_Up Message",
  9: "Delay_Resp Message",
  10: "Peer_Delay_Resp_Follow_Up Message",
  11: "Announce Message",
  12: "Signalling Message",
  13: "Management Message",
};

/** Precision Time Protocol (IEEE 1588), second version. */
const ptp = rowOnly({
  name: "ptp",
  title: "Precision Time Protocol (IEEE1588)",
  label: "PTPv2",
  on: { ether: [0x88f7], udp: [319, 320] },
  accepts: (bytes, start, end) => (byteAt(bytes, start + 1, end) & 15) === 2,
  info: (bytes, start) => PTP[bytes[start]! & 15] ?? `Unknown PTP Message (${bytes[start]! & 15})`,
});

const CFM: Readonly<Record<number, string>> = {
  0: "Reserved for IEEE 802.1",
  1: "Continuity Check Message (CCM)",
  2: "Loopback Reply (LBR)",
  3: "Loopback Message (LBM)",
  4: "Linktrace Reply (LTR)",
  5: "Linktrace Message (LTM)",
  40: "Ring-Automatic Protection Switching (R-APS)",
  41: "Maintenance Communication Channel (MCC)",
  46: "Delay Measurement Reply (DMR)",
  47: "Delay Measurement Message (DMM)",
};

/** Connectivity Fault Management (IEEE 802.1ag). */
const cfm = rowOnly({
  name: "cfm",
  title: "CFM EOAM 802.1ag/ITU Protocol",
  label: "CFM",
  on: { ether: [0x8902] },
  info: (bytes, start, end) => {
    const opcode = byteAt(bytes, start + 1, end);
    return `Type ${CFM[opcode] ?? `Unknown (0x${opcode.toString(16)})`}`;
  },
});

const TOPOLOGY = [
  "Topology discovery",
  "Topology notification",
  "Topology query",
  "Topology response",
  "Vendor specific",
  "Link metric query",
  "Link metric response",
  "AP autoconfiguration search",
  "AP autoconfiguration response",
  "AP autoconfiguration Wi-Fi simple configuration (WSC)",
  "AP autoconfiguration renew",
  "1905 push button event notification",
  "1905 push button join notification",
  "Higher layer query",
  "Higher layer response",
  "Interface power change request",
];

/** IEEE 1905.1: how boxes of a home network find each other. */
const ieee1905 = rowOnly({
  name: "ieee1905",
  title: "IEEE 1905.1a",
  label: "ieee1905",
  on: { ether: [0x893a] },
  accepts: (_bytes, start, end) => end - start >= 8,
  info: (bytes, start) => TOPOLOGY[u16(bytes, start + 2)] ?? "Unknown message",
});

const named = (name: string, title: string, label: string, type: number, info = "") =>
  rowOnly({ name, title, label, on: { ether: [type] }, info: () => info });

export const etherRows: readonly Protocol[] = [
  realtek,
  macControl,
  lltd,
  ptp,
  cfm,
  ieee1905,
  named("homeplug", "HomePlug protocol", "HomePlug", 0x887b, "MAC Management"),
  named("homeplug-av", "HomePlug AV protocol", "HomePlug AV", 0x88e1),
  named("aoe", "ATAoverEthernet", "AoE", 0x88a2),
  named(
    "mrp-msrp",
    "Multiple Stream Reservation Protocol",
    "MRP-MSRP",
    0x22ea,
    "Multiple Stream Reservation Protocol",
  ),
  named(
    "mrp-mvrp",
    "Multiple VLAN Registration Protocol",
    "MRP-MVRP",
    0x88f5,
    "Multiple VLAN Registration Protocol",
  ),
  named(
    "mrp-mmrp",
    "Multiple Mac Registration Protocol",
    "MRP-MMRP",
    0x88f6,
    "Multiple Mac Registration Protocol",
  ),
  named("msnlb", "MS Network Load Balancing", "MS NLB", 0x886f),
];
