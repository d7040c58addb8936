/** Protocols of IP as packet lists name them (IANA: Assigned Internet Protocol Numbers). */
const NAMES: Readonly<Record<number, string>> = {
  0: "IPv6 Hop-by-Hop Option",
  1: "ICMP",
  2: "IGMP",
  3: "GGP",
  4: "IPIP",
  6: "TCP",
  8: "EGP",
  9: "IGRP",
  12: "PUP",
  17: "UDP",
  33: "Datagram Congestion Control Protocol",
  41: "IPv6",
  43: "Routing Header for IPv6",
  44: "Fragment Header for IPv6",
  46: "Reservation Protocol",
  47: "Generic Routing Encapsulation",
  50: "Encap Security Payload",
  51: "Authentication Header",
  55: "IP Mobility",
  58: "ICMPv6",
  59: "No Next Header for IPv6",
  60: "Destination Options for IPv6",
  61: "any host internal protocol",
  63: "any local network",
  68: "any distributed file system",
  88: "EIGRP",
  89: "OSPF IGP",
  94: "IP in IP",
  97: "Ether in IP",
  99: "any private encryption scheme",
  103: "PIM",
  108: "IPComp",
  112: "VRRP",
  114: "any 0-hop protocol",
  115: "Layer 2 Tunneling",
  132: "SCTP",
  135: "Mobile IPv6",
  136: "UDPLite",
  137: "MPLS in IP",
  139: "HIP",
  140: "Shim6 header",
};

const FIRST_UNASSIGNED = 144;
const LAST_UNASSIGNED = 223;

/** `UDP`, or `Unknown`. */
export function ipProtocolName(protocol: number): string {
  if (protocol >= FIRST_UNASSIGNED && protocol <= LAST_UNASSIGNED) return "Unassigned";
  return NAMES[protocol] ?? "Unknown";
}

/** `UDP (17)` */
export function showIpProtocol(protocol: number): string {
  return `${ipProtocolName(protocol)} (${protocol})`;
}
