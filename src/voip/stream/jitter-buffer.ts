import type { PacketColumns, PayloadTypes } from "./analysis.js";

/** What a jitter buffer of one size does to a stream. */
export interface BufferTrial {
  /** What it holds, in ms: how much later than without it one hears. */
  buffer: number;
  /** Packets that come too late for it. */
  dropped: number;
  /** Of the packets that arrived, from 0 to 1. */
  share: number;
}

/** A packet that is off by more than a second is no jitter: the sender paused, or its clock was set anew. */
const RESTART_MS = 1000;

/**
 * How late each packet comes, in ms (early: below zero): arrival against timestamp, both counted from the first packet
 * of its talkspurt, which a marker or a jump of over a second begins (RFC 3551 §4.1). A sender's clock that runs slow
 * counts as lateness: 50 ppm are 3 ms a minute. NaN for events and where the clock is not known.
 */
export function lateness(packets: PacketColumns, types: PayloadTypes): Float64Array {
  const { time, timestamp, payloadType, marker } = packets;
  const late = new Float64Array(time.length).fill(Number.NaN);
  let first = 0;
  let before = -1;
  let sent = 0;
  for (let i = 0; i < late.length; i++) {
    const rate = types.clockRateOf(payloadType[i]!);
    if (rate === 0 || types.isEvent(payloadType[i]!)) continue;
    if (before >= 0) sent += (1000 * ((timestamp[i]! - timestamp[before]!) | 0)) / rate;
    const off = (time[i]! - time[first]!) / 1e6 - sent;
    const begins = before < 0 || marker[i] === 1 || Math.abs(off) > RESTART_MS;
    if (begins) {
      first = i;
      sent = 0;
    }
    late[i] = begins ? 0 : off;
    before = i;
  }
  return late;
}

/**
 * What fixed jitter buffers of these sizes (ms) would drop: a receiver plays a talkspurt's first packet when it has held
 * it for as long as the buffer is, and the others in step with it; a packet that is later than that is dropped. So a
 * larger buffer never drops more. Wireshark's RTP player, which `playout` follows, also drops what comes early, and
 * takes the third packet after two dropped ones for a new beginning: a buffer that is far too small finds a better
 * one by chance, and may then drop less than a larger one.
 */
export function tryBuffers(late: Float64Array, sizes: readonly number[]): BufferTrial[] {
  const known = late.filter((ms) => !Number.isNaN(ms));
  return sizes.map((buffer) => {
    const dropped = known.filter((ms) => ms > buffer).length;
    return { buffer, dropped, share: known.length === 0 ? 0 : dropped / known.length };
  });
}
