import { type AudioPacket, PacketStore } from "./packets.js";
import { bufferedTimeline, DROPPED } from "./timeline.js";

/** What a jitter buffer of one size does to a stream. */
export interface BufferTrial {
  /** What it holds, in ms: how much later than without it one hears. */
  buffer: number;
  /** Packets that come too early or too late for it. */
  dropped: number;
  /** Of the packets that arrived, from 0 to 1. */
  share: number;
}

/**
 * How many packets fixed jitter buffers of these sizes (ms) would drop, as Wireshark's RTP player counts: those whose
 * arrival is off their timestamp by more than the buffer holds (see `bufferedTimeline`).
 */
export function tryBuffers(packets: Iterable<AudioPacket>, sizes: readonly number[]): BufferTrial[] {
  const columns = new PacketStore(packets);
  return sizes.map((buffer) => {
    const { run } = bufferedTimeline(columns, buffer);
    const dropped = run.reduce((count, value) => count + Number(value === DROPPED), 0);
    return { buffer, dropped, share: columns.count === 0 ? 0 : dropped / columns.count };
  });
}
