import type { PerNode } from "../../asn1/per.js";
import type { Packet } from "../../packet.js";
import type { Field } from "../../protocol.js";

/** Messages of H.225.0 and H.245, one after the other in a frame, share its Info. */
const NAMES = new Set(["h225", "h245"]);

/** What the messages before one say. */
export function infoSoFar(packet: Packet, layer: number): string {
  for (let before = layer - 1; before >= 0; before--) {
    const protocol = packet.protocols[before]!;
    if (NAMES.has(protocol.name)) return protocol.info!(packet, before);
  }
  return "";
}

/** Whether a message of H.245 lies in one of H.225.0 (H.323 §8.2.1). */
export function isTunnelled(packet: Packet, layer: number): boolean {
  return packet.protocols.slice(0, layer).some(({ name }) => name === "h225");
}

/** A message's values as fields, `h225.setup`. */
export function perFields(protocol: string, node: PerNode): Field[] {
  return node.children.map((child) => ({
    name: `${protocol}.${child.name}`,
    label: child.name,
    value: child.value,
    start: child.start,
    end: Math.max(child.start, child.end),
    children: perFields(protocol, child),
  }));
}
