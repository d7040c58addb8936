import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeG711, encodeG711, type G711Law, g711Law } from "../../src/audio/index.js";
import { SOX_DECODED, SOX_THRESHOLDS } from "./g711-sox.js";

const LAWS: G711Law[] = ["PCMU", "PCMA"];
const CODES = Uint8Array.from({ length: 256 }, (_, code) => code);
const POSITIVE = Int16Array.from({ length: 0x8000 }, (_, sample) => sample);

function decoded(law: G711Law, codes: Uint8Array): Int16Array {
  const samples = new Int16Array(codes.length);
  decodeG711(law, codes, samples);
  return samples;
}

/** Samples from 0 up where another code begins. */
function thresholds(law: G711Law): number[] {
  const codes = encodeG711(law, POSITIVE);
  return [...POSITIVE].filter((sample) => sample > 0 && codes[sample] !== codes[sample - 1]);
}

describe.each(LAWS)("G.711 %s", (law) => {
  it("decodes all codes as sox does", () => {
    const negative = SOX_DECODED[law];
    expect([...decoded(law, CODES)]).toEqual([...negative, ...negative.map((sample) => 0 - sample)]);
  });

  it("decodes a long payload as it decodes its samples one by one, wherever it lies", () => {
    const places = fc.record({
      length: fc.integer({ min: 4090, max: 4110 }),
      from: fc.nat(5),
      at: fc.nat(5),
    });
    fc.assert(
      fc.property(places, fc.integer({ min: -4200, max: 5 }), ({ length, from, at }, room) => {
        const payload = Uint8Array.from({ length: from + length }, (_, i) => (i * 167) ^ (i >> 5)).subarray(
          from,
        );
        const target = new Int16Array(Math.max(0, at + length + room)).fill(7);
        const expected = target.slice();
        for (let i = 0; i < length; i++) decodeG711(law, payload.subarray(i, i + 1), expected, at + i);
        decodeG711(law, payload, target, at);
        expect(target).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it("encodes as sox does, but for the rounding before", () => {
    const rounding = law === "PCMU" ? 2 : 4;
    expect(thresholds(law)).toEqual(SOX_THRESHOLDS[law].map((sample) => sample + rounding));
  });

  it("encodes what it decoded to the code it came from", () => {
    const again = encodeG711(law, decoded(law, CODES));
    // µ-law has two zeros; a sample of 0 is the positive one.
    const expected = law === "PCMU" ? CODES.map((code) => (code === 0x7f ? 0xff : code)) : CODES;
    expect(again).toEqual(expected);
  });

  it("encodes negative samples as the mirror of the positive ones", () => {
    const mirrored = encodeG711(
      law,
      POSITIVE.map((sample) => ~sample),
    );
    expect(mirrored.map((code) => code ^ 0x80)).toEqual(encodeG711(law, POSITIVE));
  });

  it("stays within half an interval of what was encoded", () => {
    fc.assert(
      fc.property(fc.integer({ min: -0x8000, max: 0x7fff }), (sample) => {
        const [back] = decoded(law, encodeG711(law, Int16Array.of(sample)));
        // Intervals are a sixteenth of their segment, segments double; the last one is clipped.
        expect(Math.abs(back - sample)).toBeLessThanOrEqual(
          Math.max(16, Math.abs(sample) / 32 + 5, Math.abs(sample) - 32124),
        );
      }),
    );
  });
});

describe("G.711", () => {
  it("has the decision values of ITU-T G.711 tables 1a and 2a", () => {
    const muLaw = [1, 3, 31, 35, 95, 103, 223, 239, 479, 511, 991, 1055, 2015, 2143, 4063, 4319, 7903];
    expect(thresholds("PCMU")).toEqual(expect.arrayContaining(muLaw.map((value) => 4 * value)));
    const aLaw = [2, 64, 68, 128, 136, 256, 272, 512, 544, 1024, 1088, 2048, 2176, 3968];
    expect(thresholds("PCMA")).toEqual(expect.arrayContaining(aLaw.map((value) => 8 * value)));
  });

  it("decodes to where it is told, and nowhere else", () => {
    const samples = new Int16Array(5).fill(7);
    decodeG711("PCMU", Uint8Array.of(0, 0x80), samples, 2);
    expect([...samples]).toEqual([7, 7, -32124, 32124, 7]);
  });

  it("is payload types 0 and 8", () => {
    expect([0, 8, 9, 13, 101].map(g711Law)).toEqual(["PCMU", "PCMA", undefined, undefined, undefined]);
  });
});
