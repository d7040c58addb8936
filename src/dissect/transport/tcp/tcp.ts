import { u16, u32 } from "../../bytes.js";
import { data } from "../../data.js";
import { reaches } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { showFindings, showFlags, TcpFlag } from "./flags.js";
import { noteOf, type SegmentNote } from "./note.js";
import { type NotedSegment, noteSegment } from "./note-segment.js";
import { hasMultipath, showOptions } from "./options.js";
import { Reading, readEnd, readPayload, readPayloadAgain } from "./payload.js";
import { tcpFields } from "./tcp-fields.js";

const HEADER = 20;

/**
 * Transmission Control Protocol (RFC 9293 §3.1).
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |          source port          |       destination port        |
 *     |                        sequence number                        |
 *     |                     acknowledgment number                     |
 *     | offset| reserved  |   flags   |            window             |
 *     |           checksum            |        urgent pointer         |
 *     |                            options                            |
 */
export const tcp: Protocol = {
  name: "tcp",
  title: "Transmission Control Protocol",
  label: (packet, layer) => {
    const multipath = hasMultipath(
      packet.buffers[layer]!,
      packet.starts[layer]! + HEADER,
      packet.ends[layer]!,
    );
    return multipath ? "MPTCP" : "TCP";
  },
  on: { ip: [6] },

  parse(packet, start, end) {
    const { bytes } = packet;
    if (!reaches(packet, start + 4, end)) return;
    const layer = packet.push(tcp, start, Math.min(start + HEADER, end));
    if (layer === -1) return;
    packet.sourcePort = u16(bytes, start);
    packet.destinationPort = u16(bytes, start + 2);
    if (!reaches(packet, start + 16, end)) return;
    const header = 4 * (bytes[start + 12]! >> 4);
    const whole = packet.wireEnd - start >= header && !packet.fragmented;
    const length = whole ? packet.wireEnd - start - header : -1;
    const segment = packet.learning ? noteSegment(packet, start, end, length) : undefined;
    if (header < HEADER || !reaches(packet, start + HEADER, end) || !reaches(packet, start + header, end))
      return;
    packet.ends[layer] = start + header;
    const from = start + header;
    const flags = u16(bytes, start + 12);
    packet.streamEnds = (flags & TcpFlag.fin) !== 0;
    if (from >= end) {
      if (packet.streamEnds && !packet.quoted && from === packet.wireEnd) readClose(packet, segment, from);
      return;
    }
    if (packet.quoted || flags & TcpFlag.rst || !whole) data.parse(packet, from, end);
    else if (segment) {
      const seq = (u32(bytes, start + 4) + (flags & TcpFlag.syn ? 1 : 0)) >>> 0;
      readPayload(packet, segment, seq, from, end);
    } else readPayloadAgain(packet, noteOf(packet), from, end);
  },

  note(packet, layer) {
    const at = packet.starts[layer]!;
    const header = 4 * ((packet.buffers[layer]![at + 12] ?? 0) >> 4);
    if (header < HEADER || packet.ends[layer]! < at + header) return "";
    const { findings, duplicateOf, duplicates } = noteOf(packet);
    return showFindings(findings, duplicateOf, duplicates);
  },

  info(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    const size = packet.ends[layer]! - at;
    const ports = `${u16(bytes, at)} → ${u16(bytes, at + 2)}`;
    if (size < 16) return ports;
    const note = noteOf(packet);
    const text = `${ports} ${numbers(bytes, at, note)}`;
    const header = 4 * (bytes[at + 12]! >> 4);
    if (header < HEADER) return `${text}, bogus TCP header length (${header}, must be at least ${HEADER})`;
    if (size < HEADER) return text;
    const urgent = u16(bytes, at + 12) & TcpFlag.urg ? ` Urg=${u16(bytes, at + 18)}` : "";
    const length = packet.wireEnds[layer]! - at - header;
    if (length < 0 || packet.fragmented) return text + urgent;
    return `${text}${urgent} Len=${length}${showOptions(bytes, at + HEADER, packet.ends[layer]!, note.ackBase)}`;
  },

  summary(packet, layer) {
    const at = packet.starts[layer]!;
    const bytes = packet.buffers[layer]!;
    return `, Src Port: ${u16(bytes, at)}, Dst Port: ${u16(bytes, at + 2)}`;
  },

  fields: tcpFields,
};

/** `[SYN, ACK] Seq=0 Ack=1 Win=65160` */
function numbers(bytes: Uint8Array, at: number, note: SegmentNote): string {
  const flags = u16(bytes, at + 12) & 0xfff;
  const ack = flags & TcpFlag.ack ? ` Ack=${(u32(bytes, at + 8) - note.ackBase) >>> 0}` : "";
  const window = u16(bytes, at + 14) * (flags & TcpFlag.syn ? 1 : note.windowFactor);
  return `[${showFlags(flags)}] Seq=${(u32(bytes, at + 4) - note.base) >>> 0}${ack} Win=${window}`;
}

/** Reads what the end of its side makes whole, on the first pass or again. */
function readClose(packet: Packet, segment: NotedSegment | undefined, at: number): void {
  if (segment) {
    readEnd(packet, segment, at);
    return;
  }
  const note = noteOf(packet);
  if (note.reading === Reading.together) readPayloadAgain(packet, note, at, at);
}
