import { data } from "../../data.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { Table } from "../../registry.js";
import { ByteStream } from "./byte-stream.js";
import type { Connection, Flow } from "./connection.js";
import { Finding } from "./flags.js";
import { readStream, segmentData } from "./read-stream.js";
import { distance } from "./sequence.js";

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

/** Payload that repeats what was seen, or that overtook what a reader may need first. */
const DISTRUSTED = Finding.retransmission | Finding.outOfOrder | Finding.spuriousRetransmission;

/**
 * Hands a segment's payload, `packet.bytes[start, end)`, to whom it belongs: by port, and else by its look. What is
 * read as a stream is put in order first.
 *
 * @param seq sequence number of the first byte
 * @returns how it was read, one of `Reading`
 */
export function readPayload(
  packet: Packet,
  connection: Connection,
  own: Flow,
  findings: number,
  seq: number,
  start: number,
  end: number,
): number {
  if (findings & Finding.keepAlive) {
    data.parse(packet, start, end);
    return Reading.old;
  }
  const known = protocolOf(packet, connection.serverPort);
  const reader = known ? known.stream && known : packet.streamByLook(start, end);
  if (packet.conversations.tcp.takeovers.of(packet)) own.reader = reader;
  if (own.stream === undefined && reader === undefined) {
    if (findings & DISTRUSTED) {
      data.parse(packet, start, end);
      return Reading.old;
    }
    readSegment(packet, connection.serverPort, start, end);
    return Reading.plain;
  }
  own.stream ??= new ByteStream(beginOf(own, seq));
  const before = own.stream.size;
  const reading = readInOrder(packet, own, own.stream, reader, seq, start, end);
  if (!packet.conversations.tcp.streams.account(own.stream, before))
    giveUp(packet, own.stream, seq, end - start);
  return reading;
}

/** Reads a payload again as the first look did. */
export function readPayloadAgain(
  packet: Packet,
  serverPort: number,
  reading: number,
  start: number,
  end: number,
): void {
  const together =
    reading === Reading.together ? packet.conversations.tcp.streams.of(packet.number) : undefined;
  if (together) {
    const reader = readerOf(packet, serverPort, together.bytes, 0, together.bytes.length);
    if (reader) readStream(packet, reader, together.bytes, start, end);
  } else if (reading === Reading.held) {
    segmentData.parse(packet, start, end);
  } else if (reading !== Reading.plain) {
    data.parse(packet, start, end);
  } else {
    const reader = readerOf(packet, serverPort, packet.bytes, start, end);
    if (reader) readStream(packet, reader, packet.bytes, start, end);
    else readSegment(packet, serverPort, start, end);
  }
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
): number {
  const length = end - start;
  const ahead = distance(seq, stream.position);
  const { bytes: waiting } = stream.ready;
  if (ahead + length <= waiting.length) {
    const gap = stream.fillGap(seq, length);
    if (gap && reader) return readPart(packet, reader, start, end, gap.from, gap.to);
    data.parse(packet, start, end);
    return Reading.old;
  }
  // what comes behind a gap begins anew where nothing waits for the gap, or where it shows that it does
  const behindGap = ahead > waiting.length;
  if (
    behindGap &&
    (!stream.waiting || (reader?.looksLike?.(packet, start, end) && stream.liesBehind(ahead)))
  ) {
    stream.skipTo(seq);
  }
  if (!stream.waiting) return readAtOnce(packet, own, stream, reader, seq, start, end);
  stream.add(seq, packet.number, packet.bytes.slice(start, end));
  if (!stream.satisfied || own.reader === undefined) {
    segmentData.parse(packet, start, end);
    return Reading.held;
  }
  const together = stream.ready;
  const stopped = readStream(packet, own.reader, together.bytes, start, end);
  packet.conversations.tcp.streams.keep(packet.number, together);
  stream.advance(stopped, packet.wanted);
  return Reading.together;
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
): number {
  const from = start + Math.max(0, distance(stream.position, seq));
  own.reader = reader;
  if (!reader) {
    stream.advance(end - from, packet.wanted);
    data.parse(packet, start, end);
    return Reading.plain;
  }
  const stopped = readStream(packet, reader, packet.bytes, from, end);
  const { bytes } = packet;
  const cut = packet.wireEnd > end;
  stream.advance(stopped - from, packet.wanted);
  if (cut) stream.skipTo((seq + packet.wireEnd - start) >>> 0);
  else if (stopped < end) stream.add(stream.position, packet.number, bytes.slice(stopped, end));
  if (from === start) return Reading.plain;
  keepPart(packet, from, end);
  return Reading.together;
}

/** Reads the part of a segment that comes after its turn and is new; it stands for itself. */
function readPart(
  packet: Packet,
  reader: Protocol,
  start: number,
  end: number,
  from: number,
  to: number,
): number {
  const { wireEnd, layerCount } = packet;
  if (start + to < end) packet.wireEnd = start + to;
  readStream(packet, reader, packet.bytes, start + from, start + to);
  packet.wireEnd = wireEnd;
  if (packet.protocols[layerCount] === segmentData) {
    packet.layerCount = layerCount;
    data.parse(packet, start, end);
    return Reading.old;
  }
  if (from === 0 && start + to === end) return Reading.plain;
  keepPart(packet, start + from, start + to);
  return Reading.together;
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

function readerOf(packet: Packet, serverPort: number, bytes: Uint8Array, start: number, end: number) {
  const known = protocolOf(packet, serverPort);
  if (known) return known.stream && known;
  const own = packet.bytes;
  packet.bytes = bytes;
  const reader = packet.streamByLook(start, end);
  packet.bytes = own;
  return reader;
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
