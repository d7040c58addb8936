import { formatIpv6 } from "../address.js";
import { hexNumber, u16, u32 } from "../bytes.js";
import { data } from "../data.js";
import { FieldList } from "../fields.js";
import { malformed, reaches } from "../malformed.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import type { Reassembled } from "./fragments.js";
import { fragmentsField } from "./fragments-field.js";
import { showIpProtocol } from "./ip-protocols.js";
import { handOverNext } from "./ipv6.js";

const HEADER = 8;

/**
 * A fragment of a packet (RFC 8200 §4.5).
 *
 *     |  Next Header  |   Reserved    |      Fragment Offset    |Res|M|
 *     |                         Identification                        |
 */
export const ipv6Fragment: Protocol = {
  name: "ipv6.fraghdr",
  title: "Fragment Header for IPv6",
  on: { ip: [44] },

  parse(packet, start, end) {
    const { bytes } = packet;
    const layer = packet.push(ipv6Fragment, start, Math.min(start + HEADER, end));
    if (layer === -1 || !reaches(packet, start + HEADER, end)) return;
    const next = start + HEADER;
    const place = u16(bytes, start + 2);
    // a fragment that is all there is (RFC 6946)
    if ((place & 0xfff9) === 0) {
      handOverNext(packet, bytes[start]!, next, end);
      return;
    }
    if (next >= packet.wireEnd) {
      malformed.parse(packet, end, end);
      return;
    }
    const whole = reassemble(packet, start, next, end);
    if (whole === undefined) {
      data.parse(packet, next, end);
      return;
    }
    packet.bytes = whole.bytes;
    packet.wireEnd = whole.bytes.length;
    handOverNext(packet, bytes[start]!, 0, whole.bytes.length);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    if (packet.ends[layer]! - at < HEADER) return "";
    const place = u16(bytes, at + 2);
    const more = place & 1 ? "y" : "n";
    const text = `off=${place & 0xfff8} more=${more} ident=${hexNumber(u32(bytes, at + 4), 8)} nxt=${bytes[at]}`;
    return `IPv6 fragment (${text})`;
  },

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("ipv6.fraghdr.nxt", "Next header", at, 1, showIpProtocol);
    fields.number("ipv6.fraghdr.reserved_octet", "Reserved octet", at + 1, 1, (value) => hexNumber(value, 2));
    fields.bits("ipv6.fraghdr.offset", "Offset", at + 2, 0xfff8, (units) => `${units} (${8 * units} bytes)`);
    fields.bits("ipv6.fraghdr.more", "More Fragments", at + 3, 0x01, (bit) => (bit ? "Yes" : "No"));
    fields.number("ipv6.fraghdr.ident", "Identification", at + 4, 4, (value) => hexNumber(value, 8));
    return fields.list.concat(fragmentsField(packet, layer, "ipv6", "IPv6"));
  },
};

function reassemble(packet: Packet, start: number, next: number, end: number): Reassembled | undefined {
  const { bytes, number, addressBytes, sourceAt, destinationAt } = packet;
  const { fragments } = packet.conversations;
  if (end < packet.wireEnd || packet.quoted) return undefined;
  if (!packet.learning) return fragments.of(number);
  const place = u16(bytes, start + 2);
  const from = formatIpv6(addressBytes, sourceAt);
  const key = `${from} ${formatIpv6(addressBytes, destinationAt)} ${u32(bytes, start + 4)}`;
  return fragments.add(key, number, bytes, next, end, place & 0xfff8, (place & 1) === 1);
}
