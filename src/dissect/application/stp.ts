import { formatMac } from "../address.js";
import { hexNumber, u16, u32 } from "../bytes.js";
import { FieldList } from "../fields.js";
import { pushShortened } from "../malformed.js";
import type { Protocol } from "../protocol.js";

const HEADER = 4;
const LENGTH = 35;
const Type = { configuration: 0, rapid: 2, topologyChange: 0x80 } as const;
const VERSIONS: Readonly<Record<number, string>> = { 3: "MST", 4: "SPT" };

/**
 * Spanning Tree Protocol (IEEE 802.1D §9.3): how switches agree on one tree. It lies on LLC's access point 0x42.
 *
 * Protocol, version, type, flags, then the root's identifier (priority, address), the cost to it, the bridge's
 * identifier and its port.
 */
export const stp: Protocol = {
  name: "stp",
  title: "Spanning Tree Protocol",
  label: "STP",

  parse(packet, start, end) {
    packet.push(stp, start, end);
    const type = packet.bytes[start + 3];
    const needed = type === Type.configuration || type === Type.rapid ? LENGTH : HEADER;
    if (end - start < needed) pushShortened(packet, end);
  },

  info(packet, layer) {
    const bytes = packet.buffers[layer]!;
    const at = packet.starts[layer]!;
    const length = packet.ends[layer]! - at;
    if (length < HEADER) return "";
    const type = bytes[at + 3]!;
    if (type === Type.topologyChange) return "Topology Change Notification";
    if (type !== Type.configuration && type !== Type.rapid) return `Unknown BPDU type (${type})`;
    if (length < LENGTH) return "";
    const name = type === Type.configuration ? "Conf" : (VERSIONS[bytes[at + 2]!] ?? "RST");
    const change = bytes[at + 4]! & 1 ? "TC + " : "";
    const cost = u32(bytes, at + 13) | 0;
    return `${name}. ${change}Root = ${identifier(bytes, at + 5)}  Cost = ${cost}  Port = ${hexNumber(u16(bytes, at + 25), 4)}`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("stp.protocol", "Protocol Identifier", at, 2, (protocol) => hexNumber(protocol, 4));
    fields.number("stp.version", "Protocol Version Identifier", at + 2, 1);
    fields.number("stp.type", "BPDU Type", at + 3, 1, (type) => hexNumber(type, 2));
    if (at + LENGTH > fields.end) return fields.list;
    fields.number("stp.flags", "BPDU flags", at + 4, 1, (flags) => hexNumber(flags, 2));
    fields.add("stp.root", "Root Identifier", identifier(fields.bytes, at + 5), at + 5, 8);
    fields.number("stp.root.cost", "Root Path Cost", at + 13, 4);
    fields.add("stp.bridge", "Bridge Identifier", identifier(fields.bytes, at + 17), at + 17, 8);
    fields.number("stp.port", "Port identifier", at + 25, 2, (port) => hexNumber(port, 4));
    // times in 1/256 s
    const seconds = (time: number) => time / 256;
    fields.number("stp.msg_age", "Message Age", at + 27, 2, seconds);
    fields.number("stp.max_age", "Max Age", at + 29, 2, seconds);
    fields.number("stp.hello", "Hello Time", at + 31, 2, seconds);
    fields.number("stp.forward", "Forward Delay", at + 33, 2, seconds);
    return fields.list;
  },
};

/** `32768/1/00:19:06:ea:b8:80`: four bits of priority, twelve of system identifier, an address (§9.2.5). */
function identifier(bytes: Uint8Array, at: number): string {
  const priority = u16(bytes, at);
  return `${priority & 0xf000}/${priority & 0x0fff}/${formatMac(bytes, at + 2)}`;
}
