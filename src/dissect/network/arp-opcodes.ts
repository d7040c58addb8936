import { hexNumber } from "../bytes.js";
import type { ArpAddresses } from "./arp-addresses.js";

/** Operation codes as the details say them (IANA: Address Resolution Protocol Parameters). */
export const ARP_OPCODES: Readonly<Record<number, string>> = {
  0: "reserved",
  1: "request",
  2: "reply",
  3: "reverse request",
  4: "reverse reply",
  5: "drarp request",
  6: "drarp reply",
  7: "drarp error",
  8: "inverse request",
  9: "inverse reply",
  10: "arp nak",
};

export const ArpOpcode = { request: 1, reply: 2 } as const;

/** The packet list's Protocol of an ARP packet. */
export function arpLabel(opcode: number): string {
  if (opcode === 3 || opcode === 4) return "RARP";
  if (opcode >= 5 && opcode <= 7) return "DRARP";
  return opcode === 8 || opcode === 9 ? "Inverse ARP" : "ARP";
}

/** The packet list's Info of a whole ARP packet. */
export function arpInfo(arp: ArpAddresses): string {
  const sender = arp.protocol(arp.senderProtocol);
  const target = arp.protocol(arp.targetProtocol);
  const senderHardware = arp.hardware(arp.senderHardware);
  const targetHardware = arp.hardware(arp.targetHardware);
  switch (arp.opcode) {
    case 0:
      return "Reserved opcode 0";
    case 1:
      if (arp.gratuitous && arp.targetUnknown) return `ARP Announcement for ${target}`;
      if (arp.gratuitous) return `Gratuitous ARP for ${target} (Request)`;
      if (arp.targetUnknown && arp.senderUnknown) return `Who has ${target}? (ARP Probe)`;
      return `Who has ${target}? Tell ${sender}`;
    case 2:
      return arp.gratuitous ? `Gratuitous ARP for ${sender} (Reply)` : `${sender} is at ${senderHardware}`;
    case 3:
    case 5:
    case 8:
      return `Who is ${targetHardware}? Tell ${senderHardware}`;
    case 4:
    case 6:
      return `${targetHardware} is at ${target}`;
    case 7:
      return "DRARP Error";
    case 9:
      return `${senderHardware} is at ${sender}`;
    case 10:
      return "ARP NAK";
    case 24:
      return "Experimental 1 ( opcode 24 )";
    case 25:
      return "Experimental 2 ( opcode 25 )";
    default:
      return `Unknown ARP opcode ${hexNumber(arp.opcode, 4)}`;
  }
}
