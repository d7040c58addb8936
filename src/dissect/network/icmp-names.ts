/** ICMP types, each with its codes where codes are named (IANA: ICMP Parameters). */
export interface IcmpType {
  name: string;
  codes?: readonly string[];
}

export const IcmpTypeNumber = {
  echoReply: 0,
  unreachable: 3,
  quench: 4,
  redirect: 5,
  echo: 8,
  advertisement: 9,
  exceeded: 11,
  problem: 12,
  timestamp: 13,
  timestampReply: 14,
  maskReply: 18,
} as const;

const TYPES: Readonly<Record<number, IcmpType>> = {
  0: { name: "Echo (ping) reply" },
  1: { name: "Reserved" },
  2: { name: "Reserved" },
  3: {
    name: "Destination unreachable",
    codes: [
      "Network unreachable",
      "Host unreachable",
      "Protocol unreachable",
      "Port unreachable",
      "Fragmentation needed",
      "Source route failed",
      "Destination network unknown",
      "Destination host unknown",
      "Source host isolated",
      "Network administratively prohibited",
      "Host administratively prohibited",
      "Network unreachable for TOS",
      "Host unreachable for TOS",
      "Communication administratively filtered",
      "Host precedence violation",
      "Precedence cutoff in effect",
    ],
  },
  4: { name: "Source quench (flow control)" },
  5: {
    name: "Redirect",
    codes: [
      "Redirect for network",
      "Redirect for host",
      "Redirect for TOS and network",
      "Redirect for TOS and host",
    ],
  },
  6: { name: "Alternate host address", codes: ["Alternate address for host"] },
  8: { name: "Echo (ping) request" },
  9: { name: "Router advertisement", codes: ["Normal router advertisement"] },
  10: { name: "Router solicitation" },
  11: {
    name: "Time-to-live exceeded",
    codes: ["Time to live exceeded in transit", "Fragment reassembly time exceeded"],
  },
  12: {
    name: "Parameter problem",
    codes: ["Pointer indicates the error", "Required option missing", "Bad length"],
  },
  13: { name: "Timestamp request" },
  14: { name: "Timestamp reply" },
  15: { name: "Information request" },
  16: { name: "Information reply" },
  17: { name: "Address mask request" },
  18: { name: "Address mask reply" },
  19: { name: "Reserved (for security)" },
  30: { name: "Traceroute" },
  31: { name: "Datagram Conversion Error" },
  32: { name: "Mobile Host Redirect" },
  33: { name: "IPv6 Where-Are-You" },
  34: { name: "IPv6 I-Am-Here" },
  35: { name: "Mobile Registration Request" },
  36: { name: "Mobile Registration Reply" },
  37: { name: "Domain Name Request" },
  38: { name: "Domain Name Reply" },
  39: { name: "SKIP" },
  40: {
    name: "Photuris",
    codes: [
      "Bad SPI",
      "Authentication Failed",
      "Decompression Failed",
      "Decryption Failed",
      "Need Authentication",
      "Need Authorization",
    ],
  },
  41: { name: "Experimental mobility protocols" },
  42: { name: "Extended Echo request", codes: ["No error"] },
  43: {
    name: "Extended Echo reply",
    codes: [
      "No error",
      "Malformed Query",
      "No Such Interface",
      "No Such Table Entry",
      "Multiple Interfaces Satisfy Query",
    ],
  },
};

/** `Destination unreachable` */
export function icmpTypeName(type: number, code: number): string {
  const mobile = type === IcmpTypeNumber.advertisement && (code === 0 || code === 16); // RFC 5944 §2.1
  return mobile ? "Mobile IP Advertisement" : (TYPES[type]?.name ?? "Unknown ICMP (obsolete or malformed?)");
}

/** `Port unreachable`, or undefined where the type's codes have no names. */
export function icmpCodeName(type: number, code: number): string | undefined {
  if (type === IcmpTypeNumber.advertisement && code === 16) return "Does not route common traffic";
  const codes = TYPES[type]?.codes;
  return codes && (codes[code] ?? `Unknown code: ${code}`);
}
