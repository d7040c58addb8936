import { SILENCE_DB } from "./envelope.js";
import { fft } from "./fft.js";
import { RATE } from "./sound.js";

/** How loud which frequencies are over time. */
export interface Spectrogram {
  readonly columns: number;
  readonly rows: number;
  /** Of the whole. */
  readonly seconds: number;
  /** From one row to the next: row r is around r times this, the last just below half the sampling rate. */
  readonly hertz: number;
  /** Column by column, each from low frequencies to high, in dBFS: a sine at full scale is 0. */
  readonly level: Float32Array;
}

/** 32 ms: fine enough in frequency to see a voice's harmonics, and in time to see its syllables. */
const WINDOW = 256;
/** Windows looked at in a column; a long recording has more, and the rest looks alike. */
const MOST_WINDOWS = 6;
const FULL_SCALE = 0x8000;

/** The short-time Fourier transform of a voice, by Hann windows of 32 ms, in so many columns. */
export function spectrogram(samples: Int16Array, columns = 300): Spectrogram {
  const rows = WINDOW / 2;
  const count = Math.max(0, Math.min(Math.floor(columns), Math.floor(samples.length / (WINDOW / 4))));
  const level = new Float32Array(count * rows).fill(SILENCE_DB);
  const power = new Float64Array(rows);
  for (let column = 0; column < count; column++) {
    const from = (column * samples.length) / count;
    const span = samples.length / count;
    const windows = Math.min(MOST_WINDOWS, Math.max(1, Math.ceil((2 * span) / WINDOW)));
    power.fill(0);
    for (let w = 0; w < windows; w++) {
      const middle = from + ((w + 0.5) * span) / windows;
      addPower(samples, Math.round(middle - WINDOW / 2), power);
    }
    for (let row = 0; row < rows; row++) {
      const decibels = 10 * Math.log10(power[row]! / windows);
      level[column * rows + row] = Math.max(SILENCE_DB, decibels);
    }
  }
  return { columns: count, rows, seconds: samples.length / RATE, hertz: RATE / WINDOW, level };
}

const HANN = Float64Array.from(
  { length: WINDOW },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW),
);
const real = new Float64Array(WINDOW);
const imaginary = new Float64Array(WINDOW);
/** What a sine at full scale comes out as: half of it at the negative frequency, half of it under Hann's window. */
const FULL_SINE = (WINDOW / 4) * FULL_SCALE;

/** Adds the power of each frequency in the window that begins at a sample; what is past the ends is silence. */
function addPower(samples: Int16Array, start: number, power: Float64Array): void {
  for (let i = 0; i < WINDOW; i++) real[i] = (samples[start + i] ?? 0) * HANN[i]!;
  imaginary.fill(0);
  fft(real, imaginary);
  for (let row = 0; row < power.length; row++) {
    power[row] = power[row]! + (real[row]! ** 2 + imaginary[row]! ** 2) / FULL_SINE ** 2;
  }
}
