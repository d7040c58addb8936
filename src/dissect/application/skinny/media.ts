import { plainRtp } from "../../announcements.js";
import { viewOf } from "../../bytes.js";
import type { Packet } from "../../packet.js";

const HEADER = 12;
/** From this version on, a word says which kind of address follows, and there is room for the longer one. */
const WITH_FAMILY = 17;
const IPV6 = 1;

/** Where the address stands in the messages that say where media go: octets behind the header. */
const ADDRESS_AT: Readonly<Record<number, number>> = {
  34: 4, // OpenReceiveChannelAck: status
  138: 8, // StartMediaTransmission: conference, party
  340: 12, // StartMediaTransmissionAck: conference, party, call
};

/** Notes the address and port that a message gives for RTP. */
export function announceMedia(packet: Packet, start: number, end: number): void {
  if (start + HEADER > end) return;
  const view = viewOf(packet.bytes);
  const skip = ADDRESS_AT[view.getUint32(start + 8, true)];
  if (skip === undefined) return;
  const withFamily = view.getUint32(start + 4, true) >= WITH_FAMILY;
  const familyAt = start + HEADER + skip;
  const at = familyAt + (withFamily ? 4 : 0);
  const portAt = at + (withFamily ? 16 : 4);
  if (portAt + 4 > end) return;
  const length = withFamily && view.getUint32(familyAt, true) === IPV6 ? 16 : 4;
  const port = view.getUint32(portAt, true);
  if (port === 0 || port > 0xffff) return;
  const address = packet.bytes.slice(at, at + length);
  packet.conversations.announcements.add(address, port, plainRtp(packet.number, "SKINNY"));
}
