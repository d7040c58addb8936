import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fft } from "../../src/audio/fft.js";
import { SILENCE_DB, spectrogram } from "../../src/audio/index.js";

/** The transform as its definition has it: slow, and certain. */
function dft(signal: readonly number[]): { real: number[]; imaginary: number[] } {
  const n = signal.length;
  const sum = (k: number, wave: (angle: number) => number) =>
    signal.reduce((total, value, i) => total + value * wave((2 * Math.PI * k * i) / n), 0);
  return {
    real: signal.map((_, k) => sum(k, Math.cos)),
    imaginary: signal.map((_, k) => -sum(k, Math.sin)),
  };
}

/** A sine of so many hertz, at so many dB below full scale. */
const sine = (hertz: number, decibels: number, seconds = 1) =>
  Int16Array.from({ length: 8000 * seconds }, (_, i) =>
    Math.round(32767 * 10 ** (decibels / 20) * Math.sin((2 * Math.PI * hertz * i) / 8000)),
  );

/** The loudest row in the middle of a spectrogram, in hertz, and its level. */
function peak(samples: Int16Array): { hertz: number; level: number } {
  const { columns, rows, hertz, level } = spectrogram(samples, 50);
  const middle = level.subarray(Math.floor(columns / 2) * rows, (Math.floor(columns / 2) + 1) * rows);
  const row = middle.indexOf(Math.max(...middle));
  return { hertz: row * hertz, level: middle[row]! };
}

describe("the fast Fourier transform", () => {
  it("is the slow one", () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(1, 2, 8, 32)
          .chain((size) =>
            fc.array(fc.integer({ min: -100, max: 100 }), { minLength: size, maxLength: size }),
          ),
        (signal) => {
          const real = Float64Array.from(signal);
          const imaginary = new Float64Array(signal.length);
          fft(real, imaginary);
          const slow = dft(signal);
          for (const k of signal.keys()) {
            expect(real[k]).toBeCloseTo(slow.real[k]!, 6);
            expect(imaginary[k]).toBeCloseTo(slow.imaginary[k]!, 6);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keeps the energy (Parseval)", () => {
    const real = Float64Array.from({ length: 256 }, (_, i) => Math.sin(i) * 3 + Math.cos(7 * i));
    const energy = real.reduce((sum, value) => sum + value * value, 0);
    const imaginary = new Float64Array(256);
    fft(real, imaginary);
    const transformed = real.reduce((sum, value, i) => sum + value * value + imaginary[i]! ** 2, 0);
    expect(transformed / 256).toBeCloseTo(energy, 6);
  });

  it("wants a power of two", () => {
    expect(() => fft(new Float64Array(12), new Float64Array(12))).toThrow(RangeError);
    expect(() => fft(new Float64Array(8), new Float64Array(4))).toThrow(RangeError);
  });
});

describe("a spectrogram", () => {
  it.each([
    [250, 0],
    [1000, -6],
    [1000, -40],
    [3000, -20],
  ])("has a sine of %d Hz at %d dBFS where and as loud as it is", (hertz, decibels) => {
    const found = peak(sine(hertz, decibels));
    expect(found.hertz).toBe(hertz);
    expect(found.level).toBeCloseTo(decibels, 0);
  });

  it("has a tone between two rows at the nearest, at most 1.5 dB too low (Hann's scalloping)", () => {
    const found = peak(sine(1010, -10));
    expect(found.hertz).toBe(1000);
    expect(found.level).toBeGreaterThan(-11.5);
    expect(found.level).toBeLessThan(-9.9);
  });

  it("shows what sounds when", () => {
    const samples = new Int16Array(16_000);
    samples.set(sine(500, -10), 0);
    samples.set(sine(2000, -10), 8000);
    const { columns, rows, level, seconds } = spectrogram(samples, 20);
    const loudest = (column: number) => {
      const part = level.subarray(column * rows, (column + 1) * rows);
      return (part.indexOf(Math.max(...part)) * 4000) / rows;
    };
    expect([columns, seconds, loudest(3), loudest(16)]).toEqual([20, 2, 500, 2000]);
  });

  it("of silence is silent, of nothing is nothing", () => {
    expect(new Set(spectrogram(new Int16Array(8000)).level)).toEqual(new Set([SILENCE_DB]));
    expect(spectrogram(new Int16Array(0)).columns).toBe(0);
    expect(spectrogram(new Int16Array(10)).columns).toBe(0);
  });
});
