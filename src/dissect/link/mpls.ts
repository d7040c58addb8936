import { u32 } from "../bytes.js";
import { data } from "../data.js";
import { FieldList } from "../fields.js";
import { parseIp } from "../network/ip.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { ethernet } from "./ethernet.js";

const ENTRY = 4;
const BOTTOM = 0x100;
const CONTROL_WORD = 4;

/**
 * Multiprotocol Label Switching (RFC 3032 §2.1): a stack of labels, the last one marked, and a packet whose kind the
 * first four bits tell.
 */
export const mpls: Protocol = {
  name: "mpls",
  title: "MultiProtocol Label Switching Header",
  label: "MPLS",
  on: { ether: [0x8847, 0x8848], ip: [137] },

  parse(packet, start, end) {
    let at = start;
    for (let bottom = false; !bottom; at += ENTRY) {
      if (at + ENTRY > end || packet.push(mpls, at, at + ENTRY) === -1) return;
      bottom = (u32(packet.bytes, at) & BOTTOM) !== 0;
    }
    if (at < end) handOver(packet, at, end);
  },

  info: () => "MPLS Label Switched Packet",

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.bits("mpls.label", "MPLS Label", at, 0xfffff000);
    fields.bits("mpls.exp", "MPLS Experimental Bits", at + 2, 0x0e);
    fields.bits("mpls.bottom", "MPLS Bottom Of Label Stack", at + 2, 0x01);
    fields.number("mpls.ttl", "MPLS TTL", at + 3, 1);
    return fields.list;
  },
};

function handOver(packet: Packet, at: number, end: number): void {
  const version = packet.bytes[at]! >> 4;
  if (version === 4 || version === 6) parseIp(packet, at, end);
  else if (version === 0 && end - at > CONTROL_WORD) ethernet.parse(packet, at + CONTROL_WORD, end);
  else data.parse(packet, at, end);
}
