import { u16, u32 } from "../../bytes.js";
import type { Packet } from "../../packet.js";
import { analyse } from "./analysis.js";
import { type Connection, type Flow, Scale, type Segment } from "./connection.js";
import { Finding, TcpFlag } from "./flags.js";
import { windowScale } from "./options.js";
import { TcpNote } from "./tcp-note.js";

const HEADER = 20;
const LONGEST_ROUND_TRIP = 0xffff_ffff; // what 32 bits of nanoseconds hold

/** A segment of the first pass with what it belongs to. */
export interface NotedSegment {
  connection: Connection;
  own: Flow;
  findings: number;
  /** Its row in the notes. */
  row: number;
}

/**
 * Finds a segment's connection, analyses it, and notes what a later look needs.
 *
 * @param length bytes of payload on the wire; -1 where the header does not fit or the segment is a fragment
 */
export function noteSegment(packet: Packet, start: number, end: number, length: number): NotedSegment {
  const { bytes, number, time } = packet;
  const { tcp } = packet.conversations;
  const flags = u16(bytes, start + 12) & 0xfff;
  const segment: Segment = {
    frame: number,
    time,
    seq: u32(bytes, start + 4),
    ack: u32(bytes, start + 8),
    length,
    flags,
    window: u16(bytes, start + 14),
  };
  let connection = tcp.of(packet);
  let [own, other] = tcp.flowsOf(packet, connection);
  let findings = 0;
  if (flags & TcpFlag.syn && own.base !== undefined && own.base !== segment.seq) {
    findings = Finding.portsReused;
    if (flags & TcpFlag.ack) own.base = segment.seq;
    else {
      connection = tcp.of(packet, true);
      [own, other] = tcp.flowsOf(packet, connection);
    }
  }
  // a call again: what was sent out of its turn before does not count
  if ((flags & (TcpFlag.syn | TcpFlag.ack)) === TcpFlag.syn && own.base !== undefined) {
    own.next = own.mostAcknowledgeable;
  }
  const row = tcp.notes.add(number);
  const note = (column: number, value: number) => tcp.notes.set(row, column, value);
  note(TcpNote.connection, connection.index);
  if (length >= 0) {
    setBases(own, other, segment);
    const analysis = analyse(connection, own, other, segment, findings);
    findings = analysis.findings;
    note(TcpNote.base, own.base!);
    note(TcpNote.ackBase, flags & TcpFlag.ack ? other.base! : 0);
    const { acknowledged } = analysis;
    if (acknowledged) note(TcpNote.acknowledged, acknowledged.frame);
    if (acknowledged && acknowledged.time <= LONGEST_ROUND_TRIP) note(TcpNote.roundTrip, acknowledged.time);
  }
  note(TcpNote.findings, findings);
  note(TcpNote.scale, own.scale);
  note(TcpNote.duplicates, own.duplicates);
  note(TcpNote.duplicateOf, own.ackFrame);
  followHandshake(connection, segment, packet);
  note(TcpNote.serverPort, connection.serverPort);
  const options = start + 4 * (bytes[start + 12]! >> 4);
  own.scale = windowScale(bytes, start + HEADER, Math.min(options, end)) ?? own.scale;
  const whole = options >= start + HEADER && options <= end;
  if (whole && flags & TcpFlag.syn) settleScale(own, other, flags);
  return { connection, own, findings, row };
}

/** Numbers are shown from 0 on, from 1 on where the connection's beginning was not seen. */
function setBases(own: Flow, other: Flow, { seq, ack, flags }: Segment): void {
  own.base ??= flags & TcpFlag.syn ? seq : (seq - 1) >>> 0;
  if (flags & TcpFlag.ack) other.base ??= (ack - 1) >>> 0;
}

function followHandshake(connection: Connection, { flags, time }: Segment, packet: Packet): void {
  const handshake = flags & (TcpFlag.syn | TcpFlag.ack);
  if (handshake === TcpFlag.syn) {
    connection.serverPort = packet.destinationPort;
    connection.synTime = time;
  } else if (handshake === (TcpFlag.syn | TcpFlag.ack)) {
    connection.serverPort = packet.sourcePort;
  } else if (handshake === TcpFlag.ack && connection.synTime !== -1 && connection.firstRoundTrip === 0) {
    connection.firstRoundTrip = time - connection.synTime;
  }
}

/** Window scaling counts only where both sides offer it (RFC 7323 §2.2). */
function settleScale(own: Flow, other: Flow, flags: number): void {
  if (own.scale === Scale.unknown) own.scale = other.scale = Scale.none;
  else if (flags & TcpFlag.ack && other.scale === Scale.none) own.scale = Scale.none;
}
