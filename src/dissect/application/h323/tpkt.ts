import { u16 } from "../../bytes.js";
import { FieldList } from "../../fields.js";
import { pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
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

  stream: readTpktStream,

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, packet.ends[layer]!);
    fields.number("tpkt.version", "Version", at, 1);
    fields.number("tpkt.reserved", "Reserved", at + 1, 1);
    fields.number("tpkt.length", "Length", at + 2, 2);
    return fields.list;
  },
};

/** A packet that is not there whole: as in Wireshark, what TCP's row says is gone. */
const waiting: Protocol = {
  name: "tcp.segment",
  title: "TCP segment data",
  parse(packet, start, end) {
    packet.push(waiting, start, end);
  },
  info: () => "[TCP segment of a reassembled PDU]",
};

function readTpktStream(packet: Packet, start: number, end: number): number {
  const { bytes, wireEnd } = packet;
  let at = start;
  while (at + HEADER <= end) {
    if (!isTpkt(bytes, at, end)) return end;
    const stop = at + u16(bytes, at + 2);
    if (stop > end) {
      packet.wanted = stop - at;
      if (wireEnd <= end && at === start) waiting.parse(packet, at, end);
      break;
    }
    packet.wireEnd = stop;
    tpkt.parse(packet, at, stop);
    packet.wireEnd = wireEnd;
    at = stop;
  }
  return at;
}

function isTpkt(bytes: Uint8Array, start: number, end: number): boolean {
  return (
    start + HEADER <= end &&
    bytes[start] === VERSION &&
    bytes[start + 1] === 0 &&
    u16(bytes, start + 2) > HEADER
  );
}
