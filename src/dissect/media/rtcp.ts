import { infoBelow, pushShortened } from "../malformed.js";
import { Kind, type Packet } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { rtcpFields } from "./rtcp-fields.js";
import { PACKET_TYPES } from "./rtcp-names.js";
import { RtcpType } from "./rtcp-packet.js";
import { parseRtcp } from "./rtcp-parse.js";
import { rtcpSummary } from "./rtcp-summary.js";

/** With which types an RTCP packet begins that nothing announced. */
const BEGINS_WITH: readonly number[] = [
  RtcpType.senderReport,
  RtcpType.receiverReport,
  RtcpType.goodbye,
  RtcpType.application,
  RtcpType.payloadFeedback,
];

/**
 * RTCP (RFC 3550 §6): a layer for each packet of a compound packet.
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |V=2|P|  count  |  packet type  |            length             |
 */
export const rtcp: Protocol = {
  name: "rtcp",
  title: "Real-time Transport Control Protocol",
  label: (packet) => (announcedEncrypted(packet) ? "SRTCP" : "RTCP"),

  looksLike(packet, start, end) {
    const { bytes } = packet;
    if (end - start < 2 || bytes[start]! >> 6 !== 2 || !BEGINS_WITH.includes(bytes[start + 1]!)) return false;
    return (packet.wireEnd - start) % 4 === 0;
  },

  parse(packet, start, end) {
    const version = packet.bytes[start]! >> 6;
    const found = version === 2 ? parseRtcp(packet.bytes, start, end, announcedEncrypted(packet)) : [];
    if (found.length === 0) packet.push(rtcp, start, end);
    for (const one of found) packet.push(rtcp, one.start, one.end);
    if (!packet.quoted) {
      packet.kind = Kind.rtcp;
      packet.rtcp = found;
    }
    if (found.at(-1)?.whole === false) pushShortened(packet, end);
  },

  summary: (packet, layer) =>
    ` (${PACKET_TYPES[packet.buffers[layer]![packet.starts[layer]! + 1]!] ?? "Unknown"})`,

  info(packet, layer) {
    const version = packet.buffers[layer]![packet.starts[layer]!]! >> 6;
    if (packet.rtcp.length === 0)
      return version === 2 ? infoBelow(packet, layer) : `Unknown RTCP version ${version}`;
    return packet.rtcp.map((one) => rtcpSummary(one, packet.buffers[layer]!)).join("");
  },

  fields: rtcpFields,
};

function announcedEncrypted(packet: Packet): boolean {
  return packet.conversations.announcements.find(packet)?.encrypted ?? false;
}
