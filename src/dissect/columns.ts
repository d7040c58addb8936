import { formatIpv4, formatIpv6, formatMac } from "./address.js";
import { Family, type Packet } from "./packet.js";

/** The packet list's Source and Destination: the innermost addresses; empty where the link has none. */
export function sourceOf(packet: Packet): string {
  return format(packet, packet.sourceAt);
}

export function destinationOf(packet: Packet): string {
  return format(packet, packet.destinationAt);
}

/** The packet list's Protocol: that of the deepest layer that has a label and is not quoted. */
export function protocolOf(packet: Packet): string {
  for (let layer = deepest(packet); layer >= 0; layer--) {
    const { label } = packet.protocols[layer]!;
    if (label !== undefined) return typeof label === "string" ? label : label(packet, layer);
  }
  return "";
}

/** The packet list's Info: that of the deepest layer that has one and is not quoted. */
export function infoOf(packet: Packet): string {
  for (let layer = deepest(packet); layer >= 0; layer--) {
    const protocol = packet.protocols[layer]!;
    if (protocol.info) return protocol.info(packet, layer);
  }
  return "";
}

function deepest(packet: Packet): number {
  return Math.min(packet.layerCount, packet.quotedFrom) - 1;
}

function format(packet: Packet, at: number): string {
  switch (packet.family) {
    case Family.ipv4:
      return formatIpv4(packet.addressBytes, at);
    case Family.ipv6:
      return formatIpv6(packet.addressBytes, at);
    case Family.ethernet:
      return formatMac(packet.addressBytes, at);
    default:
      return "";
  }
}
