import type { AudioPacket } from "../audio/index.js";
import { rtp as rtpProtocol } from "../dissect/media/rtp.js";
import { Kind, type Packet } from "../dissect/packet.js";
import { type KeyPress, KeyPresses } from "../voip/keys.js";
import type { PacketColumns } from "../voip/stream/index.js";
import type { RtpStream } from "../voip/streams.js";
import type { Analysis } from "./analysis.js";
import { revisit } from "./revisit.js";

/** Frames of each stream, for one capture: rows of the frame table, grouped by stream. */
interface RowsByStream {
  rows: Uint32Array;
  /** Where each stream's rows begin in `rows`, and the end of the last. */
  starts: Uint32Array;
}

const grouped = new WeakMap<Analysis, RowsByStream>();

/** The dissected packets of a stream, in order; each holds until the next is asked for. */
export function* packetsOf(analysis: Analysis, stream: RtpStream): Generator<Packet> {
  const { rows, starts } = rowsByStream(analysis);
  for (let i = starts[stream.index]!; i < starts[stream.index + 1]!; i++) yield revisit(analysis, rows[i]!);
}

/** The frame numbers of a stream. */
export function framesOf(analysis: Analysis, stream: RtpStream): number[] {
  const { rows, starts } = rowsByStream(analysis);
  return Array.from(rows.subarray(starts[stream.index], starts[stream.index + 1]), (row) => row + 1);
}

/** A stream's packets as sound is made from them, without those that are encrypted. */
export function* audioPackets(analysis: Analysis, stream: RtpStream): Generator<AudioPacket> {
  for (const { time, rtp, bytes } of packetsOf(analysis, stream)) {
    const { sequence, timestamp, payloadType, marker, payloadStart, payloadEnd, announcement } = rtp;
    if (announcement?.encrypted) continue;
    yield {
      time,
      sequence,
      timestamp,
      payloadType,
      marker,
      payload: bytes.subarray(payloadStart, payloadEnd),
    };
  }
}

/** A stream's packets as columns, for analysis packet by packet. */
export function packetColumns(analysis: Analysis, stream: RtpStream): PacketColumns {
  const count = stream.statistics.packets;
  const time = new Float64Array(count);
  const sequence = new Uint16Array(count);
  const timestamp = new Uint32Array(count);
  const payloadType = new Uint8Array(count);
  const marker = new Uint8Array(count);
  const length = new Uint32Array(count);
  let i = 0;
  for (const packet of packetsOf(analysis, stream)) {
    const { rtp } = packet;
    time[i] = packet.time;
    sequence[i] = rtp.sequence;
    timestamp[i] = rtp.timestamp;
    payloadType[i] = rtp.payloadType;
    marker[i] = Number(rtp.marker);
    const layer = packet.find(rtpProtocol);
    length[i++] = packet.wireEnds[layer]! - packet.starts[layer]!;
  }
  return { time, sequence, timestamp, payloadType, marker, length };
}

/** The keys pressed in a stream. */
export function keysOf(analysis: Analysis, stream: RtpStream): KeyPress[] {
  const presses = new KeyPresses();
  if (stream.encrypted) return presses.list;
  for (const { kind, time, number, rtp, bytes } of packetsOf(analysis, stream)) {
    const { timestamp, payloadStart, payloadEnd } = rtp;
    if (kind === Kind.rtpEvent && payloadStart < payloadEnd)
      presses.observe(time, number, timestamp, bytes[payloadStart]!);
  }
  return presses.list;
}

function rowsByStream(analysis: Analysis): RowsByStream {
  const known = grouped.get(analysis);
  if (known) return known;
  const { table, streams } = analysis;
  const starts = new Uint32Array(streams.list.length + 1);
  for (const { index, statistics } of streams.list) starts[index + 1] = starts[index]! + statistics.packets;
  const next = starts.slice();
  const rows = new Uint32Array(starts[streams.list.length]!);
  for (let row = 0; row < table.count; row++) {
    const stream = table.stream(row);
    if (stream >= 0) rows[next[stream]!++] = row;
  }
  const found = { rows, starts };
  grouped.set(analysis, found);
  return found;
}
