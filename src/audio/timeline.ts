import type { PacketStore } from "./packets.js";
import { RATE, toSamples } from "./sound.js";

/**
 * Where a stream's packets lie by their RTP timestamps. Within a run, positions count samples; from one run to the
 * next they say nothing, because timestamps started anew.
 */
export interface Timeline {
  /** Run of each packet, ascending in capture order; `DROPPED` where it is not to be heard. */
  readonly run: Int32Array;
  readonly position: Float64Array;
}

export const DROPPED = -1;

/** A step back of more than a second, or ahead of more than ten minutes, is no loss or silence: a new run. */
const BACK_LIMIT = -RATE;
const AHEAD_LIMIT = 600 * RATE;

/** Every packet at its timestamp, unwrapped from 32 bits. */
export function rtpTimeline(packets: PacketStore): Timeline {
  const { timestamp, count } = packets;
  const run = new Int32Array(count);
  const position = new Float64Array(count);
  for (let i = 1; i < count; i++) {
    const step = (timestamp[i] - timestamp[i - 1]) | 0;
    position[i] = position[i - 1] + step;
    run[i] = step < BACK_LIMIT || step > AHEAD_LIMIT ? run[i - 1] + 1 : run[i - 1];
  }
  return { run, position };
}

/**
 * Timestamps as a receiver with a fixed buffer takes them, after Wireshark's RTP player: a packet is dropped when its
 * arrival is off its timestamp by more than the buffer holds, both counted from the run's first packet. Where the
 * timestamp is also more than two packets ahead of the last one heard, or a second back, the receiver takes it as a new
 * beginning: so after a silence, and when the delay has changed for good, which costs two packets.
 */
export function bufferedTimeline(packets: PacketStore, bufferMs: number): Timeline {
  const { time, timestamp, count } = packets;
  const run = new Int32Array(count);
  const position = new Float64Array(count);
  const buffer = (bufferMs * RATE) / 1000;
  let first = 0;
  let heard = 0;
  for (let i = 1; i < count; i++) {
    position[i] = position[i - 1] + ((timestamp[i] - timestamp[i - 1]) | 0);
    const offset = toSamples(time[i] - time[first]) - (position[i] - position[first]);
    const step = position[i] - position[heard];
    const again = step > 2 * packets.length(heard) || step < BACK_LIMIT;
    if (Math.abs(offset) <= buffer) {
      run[i] = run[heard];
      heard = i;
    } else if (again) {
      run[i] = run[heard] + 1;
      first = i;
      heard = i;
    } else {
      run[i] = DROPPED;
    }
  }
  return { run, position };
}
