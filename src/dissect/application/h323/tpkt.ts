import { u16 } from "../../bytes.js";
import { FieldList } from "../../fields.js";
import { awaited } from "../../framed.js";
import { pushShortened } from "../../malformed.js";
import type { Protocol } from "../../protocol.js";
import { h245 } from "./h245.js";
import { q931 } from "./q931.js";

const VERSION = 3;
const HEADER = 4;
const SHORTEST_Q931 = 3;

/**
 * Packets on a TCP stream (RFC 1006 §6): version, a reserved octet, a length that counts them all. In them lies Q.931
 * (ITU-T H.225.0 §7.1), which shows itself, or H.245, whose port was announced.
 */
export const tpkt: Protocol = {
  name: "tpkt",
  title: "TPKT",
  label: "TPKT",
  heuristic: ["tcp"],

  looksLike(packet, start, end) {
    const { bytes } = packet;
    if (!isTpkt(bytes, start, end)) return false;
    if (packet.conversations.h245.isAnnounced(packet)) return true;
    // a header alone is believed: some send it before the rest
    if (end - start === HEADER) return u16(bytes, start + 2) >= HEADER + SHORTEST_Q931;
    return (
      end - start >= HEADER + SHORTEST_Q931 && (bytes[start + HEADER] === 8 || bytes[start + HEADER] === 3)
    );
  },

  parse(packet, start, end) {
    if (!isTpkt(packet.bytes, start, end)) return;
    packet.push(tpkt, start, start + HEADER);
    const inner = packet.conversations.h245.isAnnounced(packet) ? h245 : q931;
    if (start + HEADER < end) inner.parse(packet, start + HEADER, end);
    else if (packet.wireEnd > end) pushShortened(packet, end);
  },

  stream: awaited(
    {
      lengthEnd: HEADER,
      headerEnd: HEADER,
      belongs: isTpkt,
      lengthAt: (bytes, at) => u16(bytes, at + 2),
      waitingInfo: "[TCP segment of a reassembled PDU]",
    },
    (packet, start, end) => tpkt.parse(packet, start, end),
  ),

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("tpkt.version", "Version", at, 1);
    fields.number("tpkt.reserved", "Reserved", at + 1, 1);
    fields.number("tpkt.length", "Length", at + 2, 2);
    return fields.list;
  },
};

function isTpkt(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    start + HEADER <= end &&
    bytes[start] === VERSION &&
    bytes[start + 1] === 0 &&
    u16(bytes, start + 2) > HEADER
  );
}
