import { decodeG711 } from "./g711.js";
import { Layout } from "./layout.js";
import { type AudioPacket, PacketStore } from "./packets.js";
import { type NoteKind, RATE, type Sound, type SoundNote, toSamples } from "./sound.js";
import { bufferedTimeline, DROPPED, rtpTimeline, type Timeline } from "./timeline.js";

/**
 * How packets become sound, as in Wireshark's RTP player: at their RTP timestamps; as a receiver with a fixed jitter
 * buffer hears them; or one after another, without the silence between them.
 */
export type PlayoutMode = "rtp" | "jitter-buffer" | "uninterrupted";

export interface PlayoutOptions {
  /** `rtp` if not given. */
  mode?: PlayoutMode;
  /** What the jitter buffer holds, in ms; 50 if not given, as in Wireshark. */
  jitterBuffer?: number;
  /**
   * The most silence to put between packets, in seconds. If not given: as long as the stream lasted in the capture and
   * an hour more, and never over four hours. Timestamps are the sender's word: five packets may ask for 40 minutes.
   */
  silenceLimit?: number;
}

const JITTER_BUFFER_MS = 50;
const SILENCE_BEYOND_CAPTURE_S = 3600;
const SILENCE_LIMIT_S = 4 * 3600;

/**
 * Decodes the G.711 packets of one stream, given in capture order, into mono sound. Sample 0 is the lowest timestamp;
 * where two packets claim the same samples, the first to arrive is heard; what no packet covers is silence. Where
 * timestamps start anew (a step back of over 1 s, or ahead of over 10 min) the runs follow one another.
 */
export function playout(packets: Iterable<AudioPacket>, options: PlayoutOptions = {}): Sound {
  const columns = new PacketStore(packets);
  const mode = options.mode ?? "rtp";
  const timeline =
    mode === "jitter-buffer"
      ? bufferedTimeline(columns, options.jitterBuffer ?? JITTER_BUFFER_MS)
      : rtpTimeline(columns);
  const limit = mode === "uninterrupted" ? 0 : silenceLimit(columns, options.silenceLimit);
  const layout = new Layout(columns, timeline, limit);
  const samples = new Int16Array(layout.samples);
  // Backwards, so that the first to arrive is what stays.
  for (let i = columns.count - 1; i >= 0; i--) {
    if (timeline.run[i] !== DROPPED) decodeG711(columns.law(i), columns.payload(i), samples, layout.at[i]);
  }
  return {
    rate: RATE,
    channels: [samples],
    start: layout.start,
    gaps: layout.gaps,
    notes: notes({
      restarts: Math.max(0, layout.runs - 1),
      "not-decoded": columns.notDecoded,
      overlapping: layout.overlapping,
      dropped: countDropped(timeline),
      "silence-cut": mode === "uninterrupted" ? 0 : layout.silenceCut,
    }),
  };
}

function silenceLimit({ time, count }: PacketStore, seconds: number | undefined): number {
  if (seconds !== undefined) return Math.max(0, Math.floor(seconds * RATE));
  const captured = count === 0 ? 0 : Math.max(0, toSamples(time[count - 1] - time[0]));
  return Math.min(captured + SILENCE_BEYOND_CAPTURE_S * RATE, SILENCE_LIMIT_S * RATE);
}

function countDropped({ run }: Timeline): number {
  return run.reduce((count, value) => (value === DROPPED ? count + 1 : count), 0);
}

function notes(counts: Record<NoteKind, number>): SoundNote[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => ({ kind: kind as NoteKind, count }));
}
