/** What digital silence counts as, in dBFS: below 16 bits' smallest step (−90.3). */
export const SILENCE_DB = -100;

const FULL_SCALE = 0x8000;

/**
 * Level over time: the root mean square of each window in dBFS (0 is a square wave at full scale, ITU-T G.100.1's
 * dBov), `SILENCE_DB` where there is only silence. The last window may be shorter.
 */
export function levels(samples: Int16Array, window: number): Float32Array {
  const size = Math.max(1, Math.floor(window));
  const result = new Float32Array(Math.ceil(samples.length / size));
  for (let w = 0; w < result.length; w++) {
    const end = Math.min(samples.length, (w + 1) * size);
    let sum = 0;
    for (let i = w * size; i < end; i++) sum += samples[i] * samples[i];
    result[w] = decibels(Math.sqrt(sum / (end - w * size)));
  }
  return result;
}

/** An amplitude on the 16-bit scale in dBFS, not below `SILENCE_DB`. */
export function decibels(amplitude: number): number {
  return amplitude <= 0 ? SILENCE_DB : Math.max(SILENCE_DB, 20 * Math.log10(amplitude / FULL_SCALE));
}

/** The least and greatest sample of each bucket. */
export interface Waveform {
  readonly min: Int16Array;
  readonly max: Int16Array;
}

/** What to draw of a sound in `buckets` columns (as many as there are samples, if those are fewer). */
export function waveform(samples: Int16Array, buckets: number): Waveform {
  const count = Math.max(0, Math.min(Math.floor(buckets), samples.length));
  const min = new Int16Array(count);
  const max = new Int16Array(count);
  for (let b = 0; b < count; b++) {
    const begin = Math.floor((b * samples.length) / count);
    const end = Math.floor(((b + 1) * samples.length) / count);
    let least = samples[begin];
    let greatest = least;
    for (let i = begin + 1; i < end; i++) {
      if (samples[i] < least) least = samples[i];
      else if (samples[i] > greatest) greatest = samples[i];
    }
    min[b] = least;
    max[b] = greatest;
  }
  return { min, max };
}
