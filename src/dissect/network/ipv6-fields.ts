import { formatIpv6 } from "../address.js";
import { hexNumber, u32 } from "../bytes.js";
import { FieldList } from "../fields.js";
import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";
import { congestionName, congestionShort, dscpName, dscpShort } from "./dsfield.js";
import { showIpProtocol } from "./ip-protocols.js";

/** The details of an IPv6 header. */
export function ipv6Fields(packet: Packet, layer: number): Field[] {
  const at = packet.starts[layer]!;
  const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
  const { bytes } = fields;
  fields.bits("ipv6.version", "Version", at, 0xf0);
  if (at + 40 > fields.end) return fields.list;
  const traffic = (u32(bytes, at) >>> 20) & 0xff;
  const text = `${hexNumber(traffic, 2)} (DSCP: ${dscpShort(traffic >> 2)}, ECN: ${congestionShort(traffic & 3)})`;
  fields.group("ipv6.tclass", "Traffic Class", text, at, 4, (children) => {
    const point = `${dscpName(traffic >> 2)} (${traffic >> 2})`;
    children.add("ipv6.tclass.dscp", "Differentiated Services Codepoint", point, at, 4);
    const congestion = `${congestionName(traffic & 3)} (${traffic & 3})`;
    children.add("ipv6.tclass.ecn", "Explicit Congestion Notification", congestion, at, 4);
  });
  fields.number("ipv6.flow", "Flow Label", at + 1, 3, (value) => hexNumber(value & 0xfffff, 5));
  fields.number("ipv6.plen", "Payload Length", at + 4, 2);
  fields.number("ipv6.nxt", "Next Header", at + 6, 1, showIpProtocol);
  fields.number("ipv6.hlim", "Hop Limit", at + 7, 1);
  fields.add("ipv6.src", "Source Address", formatIpv6(bytes, at + 8), at + 8, 16);
  fields.add("ipv6.dst", "Destination Address", formatIpv6(bytes, at + 24), at + 24, 16);
  return fields.list;
}
