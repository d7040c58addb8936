import { RATE, type Sound, type SoundNote, sampleCount, toSamples } from "./sound.js";
import { intersections, type Span } from "./span.js";

/** The most silence between a side's sounds, in samples: capture times are no more to be trusted than RTP's. */
const SILENCE_LIMIT = 4 * 3600 * RATE;

/**
 * A call in stereo: the caller's voice left, the callee's right, as they passed the capture point. Each side's mono
 * sounds (one stream each: a re-INVITE or a hold begins another) lie at their capture times, and one after another
 * where they would overlap. The voices of one conversation only: both legs of a back-to-back user agent hold each
 * voice twice.
 */
export function stereo(caller: readonly Sound[], callee: readonly Sound[]): Sound {
  const all = [...caller, ...callee].filter((sound) => sampleCount(sound) > 0);
  const start = all.reduce((least, sound) => Math.min(least, sound.start), Number.POSITIVE_INFINITY);
  const sides = [place(caller, start), place(callee, start)];
  const length = Math.max(sides[0].length, sides[1].length);
  return {
    rate: RATE,
    channels: sides.map((side) => render(side, length)),
    start: all.length > 0 ? start : 0,
    gaps: intersections(sides[0].gaps, sides[1].gaps).filter((gap) => gap.end <= length),
    notes: sumNotes(all),
  };
}

/** All channels of a sound in one, added up; what is louder than 16 bits hold is clipped. */
export function mono(sound: Sound): Sound {
  if (sound.channels.length === 1) return sound;
  const mixed = new Int16Array(sampleCount(sound));
  const [left, right] = sound.channels;
  for (let i = 0; i < mixed.length; i++) {
    mixed[i] = Math.max(-0x8000, Math.min(0x7fff, left[i] + right[i]));
  }
  return { ...sound, channels: [mixed] };
}

interface Side {
  readonly parts: { sound: Sound; at: number }[];
  /** Where none of its packets lie, in samples; the last one has no end. */
  readonly gaps: Span[];
  readonly length: number;
}

function place(sounds: readonly Sound[], start: number): Side {
  const parts: Side["parts"] = [];
  const gaps: Span[] = [];
  let length = 0;
  let silence = 0;
  const inOrder = sounds.filter((sound) => sampleCount(sound) > 0).sort((a, b) => a.start - b.start);
  for (const sound of inOrder) {
    const wanted = Math.max(0, toSamples(sound.start - start) - length);
    const granted = Math.min(wanted, SILENCE_LIMIT - silence);
    silence += granted;
    const at = length + granted;
    if (granted > 0) gaps.push({ start: length, end: at });
    for (const gap of sound.gaps) gaps.push({ start: at + gap.start, end: at + gap.end });
    parts.push({ sound, at });
    length = at + sampleCount(sound);
  }
  gaps.push({ start: length, end: Number.POSITIVE_INFINITY });
  return { parts, gaps, length };
}

function render(side: Side, length: number): Int16Array {
  const channel = new Int16Array(length);
  for (const { sound, at } of side.parts) channel.set(sound.channels[0], at);
  return channel;
}

function sumNotes(sounds: readonly Sound[]): SoundNote[] {
  const counts = new Map<SoundNote["kind"], number>();
  for (const { kind, count } of sounds.flatMap((sound) => sound.notes)) {
    counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
