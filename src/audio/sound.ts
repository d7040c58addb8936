import type { Span } from "./span.js";

/** Samples a second of everything here: G.711's. */
export const RATE = 8000;

const NS_PER_SAMPLE = 1e9 / RATE;

/** Something about how a sound came to be; `noteText` says it in words. */
export interface SoundNote {
  readonly kind: NoteKind;
  /** Packets, except for `silence-cut`: samples. */
  readonly count: number;
}

export type NoteKind =
  /** Timestamps started anew: what follows was set by its arrival, or right after what was there. */
  | "restarts"
  /** Packets of other payload types, which are silence here. */
  | "not-decoded"
  /** Packets whose samples were there already, or in part: the first to arrive was kept. */
  | "overlapping"
  /** Packets that the jitter buffer dropped. */
  | "dropped"
  /** Samples of silence left out, because timestamps asked for more than the capture can bear out. */
  | "silence-cut";

/** Decoded sound. */
export interface Sound {
  readonly rate: typeof RATE;
  /** One or two arrays of 16-bit samples, of the same length. */
  readonly channels: readonly Int16Array[];
  /** Capture time of sample 0, in ns since the first frame. */
  readonly start: number;
  /** Silence that no packet holds, in samples, in order. */
  readonly gaps: readonly Span[];
  readonly notes: readonly SoundNote[];
}

/** Length of a sound in samples. */
export function sampleCount(sound: Sound): number {
  return sound.channels[0].length;
}

/** Length of a sound in seconds. */
export function seconds(sound: Sound): number {
  return sampleCount(sound) / sound.rate;
}

/** Nanoseconds as a whole number of samples. */
export function toSamples(ns: number): number {
  return Math.round(ns / NS_PER_SAMPLE);
}

/** Samples as nanoseconds. */
export function toNanoseconds(samples: number): number {
  return samples * NS_PER_SAMPLE;
}
