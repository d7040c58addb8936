import { Kind, type Packet } from "../packet.js";
import type { Field, Protocol } from "../protocol.js";
import { payloadTypeName } from "../sdp/index.js";
import { rtpEvent } from "./rtp-event.js";

const HEADER = 12;

/**
 * RTP (RFC 3550 §5.1).
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 *     |                           timestamp                           |
 *     |           synchronization source (SSRC) identifier            |
 *     |            contributing source (CSRC) identifiers …           |
 */
export const rtp: Protocol = {
  name: "rtp",
  title: "Real-Time Transport Protocol",
  label: "RTP",

  parse(packet, start, end) {
    const { bytes, rtp: header } = packet;
    const first = bytes[start]!;
    let payload = start + HEADER + 4 * (first & 15);
    if (end - start < HEADER || first >> 6 !== 2) {
      packet.push(rtp, start, end);
      return;
    }
    // header extension (§5.3.1): 16 bits of profile, 16 bits of length in words
    if (first & 0x10) payload += 4 + 4 * (((bytes[payload + 2] ?? 0) << 8) | (bytes[payload + 3] ?? 0));
    let stop = end;
    if (first & 0x20) stop -= bytes[end - 1]!;
    if (payload > end) payload = end;
    if (stop < payload) stop = payload;
    header.marker = bytes[start + 1]! >= 128;
    header.payloadType = bytes[start + 1]! & 127;
    header.sequence = (bytes[start + 2]! << 8) | bytes[start + 3]!;
    header.timestamp =
      ((bytes[start + 4]! << 24) | (bytes[start + 5]! << 16) | (bytes[start + 6]! << 8) | bytes[start + 7]!) >>> 0;
    header.ssrc =
      ((bytes[start + 8]! << 24) | (bytes[start + 9]! << 16) | (bytes[start + 10]! << 8) | bytes[start + 11]!) >>> 0;
    header.payloadStart = payload;
    header.payloadEnd = stop;
    packet.push(rtp, start, payload);
    packet.kind = Kind.rtp;
    if (header.payloadType >= 96) {
      const format = packet.conversations.announcements.find(packet)?.formats.get(header.payloadType);
      if (format?.encodingName.toLowerCase() === "telephone-event") rtpEvent.parse(packet, payload, stop);
    }
  },

  info(packet) {
    const { payloadType, ssrc, sequence, timestamp, marker } = packet.rtp;
    const hex = ssrc.toString(16).toUpperCase();
    return (
      `PT=${nameOf(packet, payloadType)}, SSRC=0x${hex}, Seq=${sequence}, Time=${timestamp}` + (marker ? ", Mark" : "")
    );
  },

  fields(packet, layer): Field[] {
    const at = packet.starts[layer]!;
    const header = packet.rtp;
    return [
      { name: "rtp.p_type", label: "Payload type", value: nameOf(packet, header.payloadType), start: at + 1, end: at + 2 },
      { name: "rtp.seq", label: "Sequence number", value: `${header.sequence}`, start: at + 2, end: at + 4 },
      { name: "rtp.timestamp", label: "Timestamp", value: `${header.timestamp}`, start: at + 4, end: at + 8 },
    ];
  },
};

/** `ITU-T G.711 PCMU`, `telephone-event`, or `DynamicRTP-Type-101`. */
function nameOf(packet: Packet, payloadType: number): string {
  if (payloadType >= 96) {
    const format = packet.conversations.announcements.find(packet)?.formats.get(payloadType);
    if (format) return format.encodingName;
  }
  return payloadTypeName(payloadType);
}
