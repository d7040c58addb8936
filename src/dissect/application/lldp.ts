import { formatIpv4, formatIpv6, formatMac } from "../address.js";
import { textOf, u16 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { pushShortened } from "../malformed.js";
import type { Protocol } from "../protocol.js";
import { formatText } from "../sip/format-text.js";

const Tlv = {
  end: 0,
  chassis: 1,
  port: 2,
  timeToLive: 3,
  portDescription: 4,
  name: 5,
  description: 6,
} as const;

const NAMES: Readonly<Record<number, string>> = {
  0: "End of LLDPDU",
  1: "Chassis Id",
  2: "Port Id",
  3: "Time To Live",
  4: "Port Description",
  5: "System Name",
  6: "System Description",
  7: "System Capabilities",
  8: "Management Address",
  127: "Organization Specific",
};

/** Kinds of identifiers (IEEE 802.1AB §8.5.2, §8.5.3), as Wireshark shortens them. */
const CHASSIS = ["Rs", "CC", "IA", "PC", "MA", "NA", "IN", "LA"];
const PORT = ["Rs", "IA", "PC", "MA", "NA", "IN", "AC", "LA"];

/** An element: its value is `bytes[start, end)`. */
interface Element {
  type: number;
  at: number;
  start: number;
  end: number;
}

/** Link Layer Discovery Protocol (IEEE 802.1AB §8): what switches and phones tell their neighbour of themselves. */
export const lldp: Protocol = {
  name: "lldp",
  title: "Link Layer Discovery Protocol",
  label: "LLDP",
  on: { ether: [0x88cc] },

  parse(packet, start, end) {
    packet.push(lldp, start, end);
    const elements = elementsIn(packet.bytes, start, end);
    if (elements.length >= 3 && elements.at(-1)!.type !== Tlv.end) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const [chassis, port, life, ...others] = elementsIn(bytes, packet.starts[layer]!, packet.ends[layer]!);
    const chassisText = chassis?.type === Tlv.chassis ? identifier(bytes, chassis, CHASSIS) : undefined;
    if (chassisText === undefined) return "Invalid Chassis ID TLV";
    const portText = port?.type === Tlv.port ? identifier(bytes, port, PORT) : undefined;
    if (portText === undefined) return "Invalid Port ID TLV";
    if (life?.type !== Tlv.timeToLive || life.end - life.start !== 2) return "Invalid Time-to-Live TLV";
    let text = `${chassisText} ${portText} ${u16(bytes, life.start)} `;
    for (const { type, start, end } of others) {
      if (type === Tlv.name) text += `SysN=${formatText(textOf(bytes, start, end))} `;
      if (type === Tlv.description) text += `SysD=${formatText(textOf(bytes, start, end))} `;
    }
    return text;
  },

  fields(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const fields = new FieldList(bytes, packet.ends[layer]!);
    for (const element of elementsIn(bytes, packet.starts[layer]!, fields.end)) {
      const { type, at, start, end } = element;
      const label = NAMES[type] ?? `Reserved (${type})`;
      fields.add(`lldp.tlv.${type}`, label, valueText(bytes, element), at, end - at);
      if (end < start) break;
    }
    return fields.list;
  },
};

/** Elements of 7 bits of type and 9 of length, up to the one that ends them; none that runs past `end`. */
function elementsIn(bytes: Uint8Array, start: number, end: number): Element[] {
  const elements: Element[] = [];
  for (let at = start; at + 2 <= end; ) {
    const type = bytes[at]! >> 1;
    const stop = at + 2 + (u16(bytes, at) & 0x1ff);
    if (stop > end) break;
    elements.push({ type, at, start: at + 2, end: stop });
    if (type === Tlv.end) break;
    at = stop;
  }
  return elements;
}

/** `MA/00:19:2f:a7:b2:8d`, or undefined where the element cannot be right. */
function identifier(
  bytes: Uint8Array,
  { start, end }: Element,
  kinds: readonly string[],
): string | undefined {
  if (end - start < 2) return undefined;
  const kind = kinds[bytes[start]!] ?? "Rs";
  if (kind === "Rs") return "Rs/Reserved";
  if (kind === "MA") return end - start === 7 ? `MA/${formatMac(bytes, start + 1)}` : undefined;
  if (kind === "NA") return networkAddress(bytes, start + 1, end);
  return `${kind}/${formatText(textOf(bytes, start + 1, end))}`;
}

/** An address after its family (IANA's address family numbers). */
function networkAddress(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (bytes[start] === 1 && end - start === 5) return `NA/${formatIpv4(bytes, start + 1)}`;
  if (bytes[start] === 2 && end - start === 17) return `NA/${formatIpv6(bytes, start + 1)}`;
  return undefined;
}

function valueText(bytes: Uint8Array, element: Element): string {
  const { type, start, end } = element;
  if (type === Tlv.chassis) return identifier(bytes, element, CHASSIS) ?? "";
  if (type === Tlv.port) return identifier(bytes, element, PORT) ?? "";
  if (type === Tlv.timeToLive && end - start === 2) return `${u16(bytes, start)} sec`;
  const texts: readonly number[] = [Tlv.portDescription, Tlv.name, Tlv.description];
  return texts.includes(type) ? textOf(bytes, start, end) : "";
}
