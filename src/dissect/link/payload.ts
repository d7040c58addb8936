import { hexNumber, u16 } from "../bytes.js";
import { data } from "../data.js";
import type { Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { Table } from "../registry.js";
import { etherTypeName } from "./ether-types.js";
import { llc } from "./llc.js";

/** Up to here, an Ethernet type field is a length (IEEE 802.3 clause 3.2.6). */
export const LONGEST_LENGTH = 1500;

/** A payload of an EtherType that no dissector reads: its number is the frame's label. */
export const unreadPayload: Protocol = {
  name: "data",
  title: "Data",
  label: (packet) => hexNumber(packet.unreadType, 4),

  parse(packet, start, end) {
    packet.push(unreadPayload, start, end);
  },

  summary: data.summary,
  fields: data.fields,

  info(packet, layer) {
    return etherTypeName(packet.unreadType) ?? packet.protocols[layer - 1]!.info?.(packet, layer - 1) ?? "";
  },
};

/** Hands over what follows an EtherType, or a length in its place, which begins an IEEE 802.3 frame. */
export function handOverType(packet: Packet, type: number, start: number, end: number): void {
  if (packet.handOver(Table.ether, type, start, end)) return;
  if (type <= LONGEST_LENGTH && type !== 0) {
    handOverLength(packet, type, start, end);
  } else {
    packet.unreadType = type;
    unreadPayload.parse(packet, start, end);
  }
}

/** IEEE 802.3: `length` bytes, which begin with LLC; without it, Novell's IPX is left unread. */
function handOverLength(packet: Packet, length: number, start: number, end: number): void {
  packet.wireEnd = Math.min(packet.wireEnd, start + length);
  const stop = Math.min(end, start + length);
  if (packet.networkEnd === -1) packet.networkEnd = stop;
  if (isRaw(packet.bytes, start, end)) data.parse(packet, start, stop);
  else llc.parse(packet, start, stop);
}

/** Whether an IEEE 802.3 frame has no LLC: IPX begins with an unused checksum, which no LLC header looks like. */
export function isRaw(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= 2 && u16(bytes, start) === 0xffff;
}
