import { hexNumber, u16, u32 } from "../../bytes.js";
import { FieldList, setOrNot } from "../../fields.js";
import type { Packet } from "../../packet.js";
import type { Field } from "../../protocol.js";
import { formatSeconds } from "../../time.js";
import { Scale } from "./connection.js";
import { Finding, FLAG_NAMES, showFlags, TcpFlag } from "./flags.js";
import { noteOf, type SegmentNote } from "./note.js";
import { listOptions } from "./option-fields.js";

const HEADER = 20;

/** The details of a TCP header, with what the analysis found. */
export function tcpFields(packet: Packet, layer: number): Field[] {
  const at = packet.starts[layer]!;
  const end = packet.ends[layer]!;
  const fields = new FieldList(packet.buffers[layer]!, end);
  fields.number("tcp.srcport", "Source Port", at, 2);
  fields.number("tcp.dstport", "Destination Port", at + 2, 2);
  if (end - at < HEADER) return fields.list;
  const { bytes } = fields;
  const note = layer >= packet.quotedFrom ? undefined : noteOf(packet);
  const length = packet.wireEnds[layer]! - end;
  if (note && note.connection !== -1) fields.add("tcp.stream", "Stream index", note.connection, at, 0);
  if (length >= 0) fields.add("tcp.len", "TCP Segment Len", length, at + 12, 1);
  listNumbers(fields, at, note, length);
  fields.bits("tcp.hdr_len", "Header Length", at + 12, 0xf0, (words) => `${4 * words} bytes (${words})`);
  listFlags(fields, at + 12);
  listWindow(fields, at + 14, note, (u16(bytes, at + 12) & TcpFlag.syn) !== 0);
  fields.number("tcp.checksum", "Checksum", at + 16, 2, (value) => `${hexNumber(value, 4)} [unverified]`);
  fields.number("tcp.urgent_pointer", "Urgent Pointer", at + 18, 2);
  if (end - at > HEADER) listOptions(fields, at + HEADER, end, note?.ackBase ?? 0);
  if (note) listAnalysis(fields, at, end, note);
  return fields.list.concat(note ? segmentsField(packet, at, end) : []);
}

function listNumbers(fields: FieldList, at: number, note: SegmentNote | undefined, length: number): void {
  const { bytes } = fields;
  const flags = u16(bytes, at + 12);
  const relative = (value: number) => (note ? `${value} (relative sequence number)` : `${value}`);
  const seq = (u32(bytes, at + 4) - (note?.base ?? 0)) >>> 0;
  fields.add("tcp.seq", "Sequence Number", relative(seq), at + 4, 4);
  if (note) fields.number("tcp.seq_raw", "Sequence Number (raw)", at + 4, 4);
  const next = (seq + Math.max(0, length) + (flags & (TcpFlag.syn | TcpFlag.fin) ? 1 : 0)) >>> 0;
  if (length >= 0) fields.add("tcp.nxtseq", "Next Sequence Number", relative(next), at, 0);
  const ack = (u32(bytes, at + 8) - (note?.ackBase ?? 0)) >>> 0;
  const acknowledges = note && flags & TcpFlag.ack;
  fields.add(
    "tcp.ack",
    "Acknowledgment Number",
    acknowledges ? `${ack} (relative ack number)` : ack,
    at + 8,
    4,
  );
  if (note) fields.number("tcp.ack_raw", "Acknowledgment number (raw)", at + 8, 4);
}

function listFlags(fields: FieldList, at: number): void {
  const flags = u16(fields.bytes, at) & 0xfff;
  fields.group("tcp.flags", "Flags", `${hexNumber(flags, 3)} (${showFlags(flags)})`, at, 2, (children) => {
    for (const [mask, , name, label] of [...FLAG_NAMES].reverse()) {
      if (mask > 0xff) children.bits(`tcp.flags.${name}`, label, at, mask >> 8, setOrNot);
      else children.bits(`tcp.flags.${name}`, label, at + 1, mask, setOrNot);
    }
  });
}

function listWindow(fields: FieldList, at: number, note: SegmentNote | undefined, syn: boolean): void {
  fields.number("tcp.window_size_value", "Window", at, 2);
  if (!note) return;
  const factor = syn ? 1 : note.windowFactor;
  fields.number("tcp.window_size", "Calculated window size", at, 2, (window) => window * factor);
  if (syn) return;
  const scale =
    note.scale === Scale.unknown
      ? "-1 (unknown)"
      : note.scale === Scale.none
        ? "-2 (no window scaling used)"
        : `${factor}`;
  fields.add("tcp.window_size_scalefactor", "Window size scaling factor", scale, at, 2);
}

/** What each finding is called below `tcp.analysis`, and how the details say it. */
const FINDINGS: readonly [finding: number, name: string, text: string][] = [
  [Finding.portsReused, "reused_ports", "A new tcp session is started with the same ports as an earlier one"],
  [Finding.retransmission, "retransmission", "This frame is a (suspected) retransmission"],
  [Finding.fastRetransmission, "fast_retransmission", "This frame is a (suspected) fast retransmission"],
  [
    Finding.spuriousRetransmission,
    "spurious_retransmission",
    "This frame is a (suspected) spurious retransmission",
  ],
  [Finding.outOfOrder, "out_of_order", "This frame is a (suspected) out-of-order segment"],
  [Finding.lostSegment, "lost_segment", "Previous segment(s) not captured (common at capture start)"],
  [
    Finding.unseenAcknowledged,
    "ack_lost_segment",
    "ACKed segment that wasn't captured (common at capture start)",
  ],
  [Finding.windowUpdate, "window_update", "TCP window update"],
  [Finding.windowFull, "window_full", "TCP window specified by the receiver is now completely full"],
  [Finding.keepAlive, "keep_alive", "TCP keep-alive segment"],
  [Finding.keepAliveAck, "keep_alive_ack", "ACK to a TCP keep-alive segment"],
  [Finding.duplicateAck, "duplicate_ack", "This is a TCP duplicate ack"],
  [Finding.zeroWindowProbe, "zero_window_probe", "TCP zero window probe"],
  [Finding.zeroWindow, "zero_window", "TCP zero window segment"],
  [Finding.zeroWindowProbeAck, "zero_window_probe_ack", "ACK to a TCP zero window probe"],
];

function listAnalysis(fields: FieldList, at: number, end: number, note: SegmentNote): void {
  const { findings, acknowledged, roundTrip } = note;
  if (findings === 0 && acknowledged === 0) return;
  fields.group("tcp.analysis", "SEQ/ACK analysis", "", at, end - at, (children) => {
    if (acknowledged !== 0) {
      children.add("tcp.analysis.acks_frame", "This is an ACK to the segment in frame", acknowledged, at, 0);
    }
    if (roundTrip !== 0) {
      const seconds = `${formatSeconds(roundTrip, 9)} seconds`;
      children.add("tcp.analysis.ack_rtt", "The RTT to ACK the segment was", seconds, at, 0);
    }
    for (const [finding, name, text] of FINDINGS) {
      if (findings & finding) children.add(`tcp.analysis.${name}`, "TCP Analysis Flags", text, at, 0);
    }
    if (findings & Finding.duplicateAck) {
      children.add("tcp.analysis.duplicate_ack_num", "Duplicate ACK #", note.duplicates, at, 0);
      children.add(
        "tcp.analysis.duplicate_ack_frame",
        "Duplicate to the ACK in frame",
        note.duplicateOf,
        at,
        0,
      );
    }
  });
}

/** Of which frames a message was put together that ends in this one; their bytes are elsewhere. */
function segmentsField(packet: Packet, start: number, end: number): Field[] {
  const together = packet.conversations.tcp.streams.of(packet.number);
  if (!together || together.pieces.length < 2) return [];
  const { bytes, pieces } = together;
  let from = 0;
  const children = pieces.map(({ frame, length }) => {
    const value = `${frame}, payload: ${from}-${from + length - 1} (${length} bytes)`;
    from += length;
    return { name: "tcp.segment", label: "Frame", value, start, end };
  });
  const list = pieces.map(({ frame, length }) => `#${frame}(${length})`).join(", ");
  const value = `${pieces.length} (${bytes.length} bytes): ${list}`;
  return [{ name: "tcp.segments", label: "Reassembled TCP Segments", value, start, end, children }];
}
