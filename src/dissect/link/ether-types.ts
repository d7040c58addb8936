import { hexNumber } from "../bytes.js";

/** EtherTypes as the details and the Info of an unread frame name them. */
const NAMES: Readonly<Record<number, string>> = {
  2048: "IPv4",
  2054: "ARP",
  2114: "Wake on LAN",
  8938: "802.1Qat Multiple Stream Reservation Protocol",
  8944: "IEEE 1722 Audio Video Transport Protocol",
  24576: "DEC proto",
  24578: "DEC DNA Remote Console",
  24579: "DEC DNA Routing",
  24580: "DEC LAT",
  25944: "Transparent Ethernet bridging",
  32821: "RARP",
  32923: "AppleTalk LLAP bridging",
  33011: "AARP",
  33024: "802.1Q Virtual LAN",
  33079: "Netware IPX/SPX",
  34525: "IPv6",
  34824: "MAC Control",
  34825: "Slow Protocols",
  34887: "MPLS label switched packet",
  34888: "MPLS multicast label switched packet",
  34915: "PPPoE Discovery",
  34916: "PPPoE Session",
  34925: "Intel ANS probe",
  34927: "MS NLB heartbeat",
  34939: "Homeplug",
  34958: "802.1X Authentication",
  34962: "PROFINET",
  34969: "Realtek Layer 2 Protocols",
  34978: "ATA over Ethernet",
  34980: "EtherCAT frame",
  34984: "802.1ad Provider Bridge (Q-in-Q)",
  34997: "Local Experimental Ethertype 1",
  34998: "Local Experimental Ethertype 2",
  34999: "IEEE 802a OUI Extended Ethertype",
  35015: "802.11i Pre-Authentication",
  35020: "802.1 Link Layer Discovery Protocol (LLDP)",
  35033: "Link Layer Topology Discovery (LLTD)",
  35041: "Homeplug AV",
  35043: "MRP",
  35045: "802.1AE (MACsec)",
  35063: "PTPv2 over Ethernet (IEEE1588)",
  35074: "IEEE 802.1ag Connectivity Fault Management (CFM) protocol",
  35078: "Fibre Channel over Ethernet",
  35085: "IEEE 802.11 data encapsulation",
  35092: "FCoE Initialization Protocol",
  35130: "1905.1a Convergent Digital Home Network for Heterogenous Technologies",
  36864: "Loopback",
  37120: "QinQ: old non-standard 802.1ad",
};

/** `Wake on LAN`, or undefined where the type has no name here. */
export function etherTypeName(type: number): string | undefined {
  return NAMES[type];
}

/** `IPv4 (0x0800)` */
export function showEtherType(type: number): string {
  return `${NAMES[type] ?? "Unknown"} (${hexNumber(type, 4)})`;
}
