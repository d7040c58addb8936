import type { Packet } from "./packet.js";
import type { Protocol } from "./protocol.js";

/** Stands where a layer's bytes end before it does; its Info is that of the layers below it, and says so. */
function shortened(name: string, title: string): Protocol {
  const layer: Protocol = {
    name,
    title,
    parse(packet, start, end) {
      packet.push(layer, start, end);
    },
    info: (packet, at) => `${infoBelow(packet, at)}[${title}]`,
  };
  return layer;
}

/** What the packet list would say without that layer and those above it. */
export function infoBelow(packet: Packet, layer: number): string {
  for (let below = layer - 1; below >= 0; below--) {
    const { info } = packet.protocols[below]!;
    if (info) return info(packet, below);
  }
  return "";
}

/** The packet itself says more than it holds. */
export const malformed = shortened("_ws.malformed", "Malformed Packet");

/** The capture kept too few bytes of the frame. */
export const limited = shortened("_ws.short", "Packet size limited during capture");

/** Notes that a layer ran past `end`: as Wireshark does, by a layer that says which of the two is to blame. */
export function pushShortened(packet: Packet, end: number): void {
  (isCut(packet, end) ? limited : malformed).parse(packet, end, end);
}

/** Whether bytes of the current layer after `end` were on the wire, and the capture did not keep them. */
export function isCut(packet: Packet, end: number): boolean {
  return packet.wireEnd > end;
}

/** Whether the layer's bytes go up to `needed`; notes it where they end before. */
export function reaches(packet: Packet, needed: number, end: number): boolean {
  if (needed <= end) return true;
  pushShortened(packet, end);
  return false;
}
