import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decibels, levels, SILENCE_DB, waveform } from "../../src/audio/index.js";

const samples = fc.int16Array({ maxLength: 500 });

describe("levels", () => {
  it("are root mean squares in dBFS", () => {
    const square = Int16Array.from({ length: 320 }, (_, i) => (i & 1 ? 16384 : -16384));
    expect([...levels(square, 160)].map((level) => level.toFixed(3))).toEqual(["-6.021", "-6.021"]);
    const sine = Int16Array.from({ length: 160 }, (_, i) => Math.round(32767 * Math.sin((i * Math.PI) / 4)));
    expect(levels(sine, 160)[0]).toBeCloseTo(-3.01, 2);
  });

  it("have a floor for silence, and a shorter window at the end", () => {
    expect([...levels(Int16Array.of(0, 0, -32768), 2)]).toEqual([SILENCE_DB, 0]);
    expect(levels(new Int16Array(0), 160).length).toBe(0);
    expect(decibels(1)).toBeCloseTo(-90.309, 3);
  });

  it("lie between silence and full scale", () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 600 }), (sound, window) => {
        expect(levels(sound, window).every((level) => level >= SILENCE_DB && level <= 0)).toBe(true);
      }),
    );
  });
});

describe("waveform", () => {
  it("has the least and greatest sample of each bucket", () => {
    const { min, max } = waveform(Int16Array.of(1, -5, 3, 9, 2, 2, -7), 3);
    expect([...min]).toEqual([-5, 3, -7]);
    expect([...max]).toEqual([1, 9, 2]);
  });

  it("loses no peak", () => {
    fc.assert(
      fc.property(samples, fc.nat(600), (sound, buckets) => {
        const { min, max } = waveform(sound, buckets);
        expect(min.length).toBe(Math.min(buckets, sound.length));
        if (min.length === 0) return;
        expect(Math.min(...min)).toBe(Math.min(...sound));
        expect(Math.max(...max)).toBe(Math.max(...sound));
      }),
    );
  });
});
