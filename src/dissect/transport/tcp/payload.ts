import { data } from "../../data.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { Table } from "../../registry.js";
import { ByteStream } from "./byte-stream.js";
import type { Flow } from "./connection.js";
import { Finding } from "./flags.js";
import type { SegmentNote } from "./note.js";
import type { NotedSegment } from "./note-segment.js";
import { readStream, segmentData } from "./read-stream.js";
import { distance } from "./sequence.js";
import { TcpNote } from "./tcp-note.js";

/** How the payload of a segment was read, so that a later look can read it so again. */
export const Reading = {
  /** By itself. */
  plain: 0,
  /** Not at all: it waits for others. */
  held: 1,
  /** Together with what waited for it. */
  together: 2,
  /** Not at all: it was there before. */
  old: 3,
} as const;

/** How a payload was read, and by whom where that was as a stream. */
interface Outcome {
  reading: number;
  reader?: Protocol;
}

const PLAIN: Outcome = { reading: Reading.plain };
const HELD: Outcome = { reading: Reading.held };
const OLD: Outcome = { reading: Reading.old };

/** Payload that repeats what was seen, or that overtook what a reader may need first. */
const DISTRUSTED = Finding.retransmission | Finding.outOfOrder | Finding.spuriousRetransmission;

/**
 * Hands a segment's payload, `packet.bytes[start, end)`, to whom it belongs: by port, and else by its look. What is
 * read as a stream is put in order first. Notes how it was read.
 *
 * @param seq sequence number of the first byte
 */
export function readPayload(
  packet: Packet,
  segment: NotedSegment,
  seq: number,
  start: number,
  end: number,
): void {
  note(packet, segment, readFirst(packet, segment, seq, start, end));
}

/** Reads what waited for the end of its side, which a segment without a payload at `at` brings. */
export function readEnd(packet: Packet, segment: NotedSegment, at: number): void {
  const { stream, reader } = segment.own;
  if (stream?.waitsForClose && reader) note(packet, segment, readTogether(packet, stream, reader, at, at));
}

function note(packet: Packet, { row }: NotedSegment, { reading, reader }: Outcome): void {
  const { notes, readers } = packet.conversations.tcp;
  notes.set(row, TcpNote.reading, reading);
  if (reader) notes.set(row, TcpNote.reader, readers.numberOf(reader));
}

function readFirst(
  packet: Packet,
  { connection, own, findings }: NotedSegment,
  seq: number,
  start: number,
  end: number,
): Outcome {
  if (findings & Finding.keepAlive) {
    data.parse(packet, start, end);
    return OLD;
  }
  const known = protocolOf(packet, connection.serverPort);
  const reader = known ? known.stream && known : packet.streamByLook(start, end);
  if (packet.conversations.tcp.takeovers.of(packet)) own.reader = reader;
  if (own.stream === undefined && reader === undefined) {
    if (findings & DISTRUSTED) {
      data.parse(packet, start, end);
      return OLD;
    }
    readSegment(packet, connection.serverPort, start, end);
    return PLAIN;
  }
  own.stream ??= new ByteStream(beginOf(own, seq));
  const before = own.stream.size;
  const patient = (reader ?? own.reader)?.patient;
  const outcome =
    findings & DISTRUSTED && !patient
      ? holdDistrusted(packet, own.stream, seq, start, end)
      : readInOrder(packet, own, own.stream, reader, seq, start, end);
  if (!packet.conversations.tcp.streams.account(own.stream, before))
    giveUp(packet, own.stream, seq, end - start);
  return outcome;
}

/** Reads a payload again as the first look did, and by the same reader: bytes may look like more than one's. */
export function readPayloadAgain(
  packet: Packet,
  { reading, reader, serverPort }: SegmentNote,
  start: number,
  end: number,
): void {
  const { readers, streams } = packet.conversations.tcp;
  const by = readers.of(reader);
  const together = reading === Reading.together ? streams.of(packet.number) : undefined;
  if (together && by) readStream(packet, by, together.bytes, start, end);
  else if (reading === Reading.held) segmentData.parse(packet, start, end);
  else if (reading !== Reading.plain) data.parse(packet, start, end);
  else if (by) readStream(packet, by, packet.bytes, start, end);
  else readSegment(packet, serverPort, start, end);
}

/** Where a side's stream begins: behind the call, or with the first byte seen. */
function beginOf({ base }: Flow, seq: number): number {
  const first = ((base ?? seq) + 1) >>> 0;
  return distance(seq, first) < 0 ? seq : first;
}

function readInOrder(
  packet: Packet,
  own: Flow,
  stream: ByteStream,
  reader: Protocol | undefined,
  seq: number,
  start: number,
  end: number,
): Outcome {
  const length = end - start;
  const ahead = distance(seq, stream.position);
  const { bytes: waiting } = stream.ready;
  if (ahead + length <= waiting.length) {
    const gap = stream.fillGap(seq, length);
    if (gap && reader) return readPart(packet, reader, start, end, gap.from, gap.to);
    data.parse(packet, start, end);
    return OLD;
  }
  // what comes behind a gap begins anew where nothing waits for the gap, or where it shows that it does, or where
  // its reader does not wait
  const behindGap = ahead > waiting.length;
  if (
    behindGap &&
    (!stream.waiting ||
      (stream.liesBehind(ahead) && (!reader?.patient || reader.looksLike?.(packet, start, end))))
  ) {
    stream.skipTo(seq);
  }
  if (!stream.waiting) return readAtOnce(packet, own, stream, reader, seq, start, end);
  stream.add(seq, packet.number, packet.bytes.slice(start, end));
  const complete = stream.satisfied || (packet.streamEnds && stream.waitsForClose);
  if (!complete || own.reader === undefined) {
    segmentData.parse(packet, start, end);
    return HELD;
  }
  return readTogether(packet, stream, own.reader, start, end);
}

/** Reads all that waits, together with the segment that ends it. */
function readTogether(
  packet: Packet,
  stream: ByteStream,
  reader: Protocol,
  start: number,
  end: number,
): Outcome {
  const together = stream.ready;
  const stopped = readStream(packet, reader, together.bytes, start, end);
  packet.conversations.tcp.streams.keep(packet.number, together);
  stream.advance(stopped, packet.wanted);
  return { reading: Reading.together, reader };
}

/**
 * Does with a distrusted segment what Wireshark does unless told to put segments in order: it fills what waits for it,
 * and is not read.
 */
function holdDistrusted(
  packet: Packet,
  stream: ByteStream,
  seq: number,
  start: number,
  end: number,
): Outcome {
  const ahead = distance(seq, stream.position);
  const last = stream.ready.bytes.length;
  const fills = stream.waiting && ahead >= last && (ahead === last || !stream.liesBehind(ahead));
  if (fills) stream.add(seq, packet.number, packet.bytes.slice(start, end));
  if (fills && !stream.satisfied) {
    segmentData.parse(packet, start, end);
    return HELD;
  }
  if (fills) stream.skipTo((stream.position + stream.ready.bytes.length) >>> 0);
  data.parse(packet, start, end);
  return OLD;
}

/** Reads a segment that nothing waits for, and keeps what it does not hold whole. */
function readAtOnce(
  packet: Packet,
  own: Flow,
  stream: ByteStream,
  reader: Protocol | undefined,
  seq: number,
  start: number,
  end: number,
): Outcome {
  const from = start + Math.max(0, distance(stream.position, seq));
  own.reader = reader;
  if (!reader) {
    stream.advance(end - from, packet.wanted);
    data.parse(packet, start, end);
    return OLD;
  }
  const stopped = readStream(packet, reader, packet.bytes, from, end);
  const { bytes } = packet;
  const cut = packet.wireEnd > end;
  stream.advance(stopped - from, packet.wanted);
  if (cut) stream.skipTo((seq + packet.wireEnd - start) >>> 0);
  else if (stopped < end) stream.add(stream.position, packet.number, bytes.slice(stopped, end));
  if (from === start) return { reading: Reading.plain, reader };
  keepPart(packet, from, end);
  return { reading: Reading.together, reader };
}

/** Reads the part of a segment that comes after its turn and is new; it stands for itself. */
function readPart(
  packet: Packet,
  reader: Protocol,
  start: number,
  end: number,
  from: number,
  to: number,
): Outcome {
  const { wireEnd, layerCount } = packet;
  if (start + to < end) packet.wireEnd = start + to;
  readStream(packet, reader, packet.bytes, start + from, start + to);
  packet.wireEnd = wireEnd;
  if (packet.protocols[layerCount] === segmentData) {
    packet.layerCount = layerCount;
    data.parse(packet, start, end);
    return OLD;
  }
  if (from === 0 && start + to === end) return { reading: Reading.plain, reader };
  keepPart(packet, start + from, start + to);
  return { reading: Reading.together, reader };
}

function keepPart(packet: Packet, from: number, to: number): void {
  const bytes = packet.bytes.slice(from, to);
  const pieces = [{ frame: packet.number, length: bytes.length }];
  packet.conversations.tcp.streams.keep(packet.number, { bytes, pieces });
}

function giveUp(packet: Packet, stream: ByteStream, seq: number, length: number): void {
  const before = stream.size;
  stream.skipTo((seq + length) >>> 0);
  packet.conversations.tcp.streams.account(stream, before);
}

/** Reads a segment of a protocol whose messages are segments. */
function readSegment(packet: Packet, serverPort: number, start: number, end: number): void {
  const taken = packet.conversations.tcp.takeovers.of(packet);
  if (taken) {
    taken.parse(packet, start, end);
    return;
  }
  for (const port of portsOf(packet, serverPort)) if (packet.handOver(Table.tcp, port, start, end)) return;
  if (!packet.handOverByLook("tcp", start, end)) data.parse(packet, start, end);
}

/** Who the connection was given to, or else whose port it has. */
function protocolOf(packet: Packet, serverPort: number): Protocol | undefined {
  const taken = packet.conversations.tcp.takeovers.of(packet);
  if (taken) return taken;
  for (const port of portsOf(packet, serverPort)) {
    const protocol = packet.tcpProtocol(port);
    if (protocol) return protocol;
  }
  return undefined;
}

/** The ports by which a connection's protocol is known, the likeliest first. */
function portsOf({ sourcePort, destinationPort }: Packet, serverPort: number): number[] {
  const low = Math.min(sourcePort, destinationPort);
  const high = Math.max(sourcePort, destinationPort);
  return [serverPort, low, high].filter((port) => port !== 0);
}
