import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeG711, wavBytes } from "../../../src/audio/index.js";
import { asG711, smallerSounds } from "../../../src/export/page/sound.js";

const wav = (...channels: Int16Array[]) =>
  Buffer.from(wavBytes({ rate: 8000, channels } as unknown as Parameters<typeof wavBytes>[0]));
const decoded = (law: "PCMU" | "PCMA", codes: Uint8Array) => {
  const samples = new Int16Array(codes.length);
  decodeG711(law, codes, samples);
  return samples;
};

/** Four µ-law samples, as `sox -r 8000 -c 1 -e u-law` writes them (14.4.2). */
const soxMuLaw = Buffer.from(
  "524946463600000057415645666d7420120000000700010040" +
    "1f0000401f00000100080000006661637404000000040000006461746104000000ff80007e",
  "hex",
);

test("samples that were µ-law are written as sox writes µ-law", () => {
  const samples = decoded("PCMU", Uint8Array.of(0xff, 0x80, 0x00, 0x7e));
  expect(asG711(wav(samples))?.toString("hex")).toBe(soxMuLaw.toString("hex"));
});

test("nothing is lost: the codes that come back decode to the samples", () => {
  // 0x7f is a second zero of µ-law: both decode to 0.
  const law = fc.constantFrom("PCMU" as const, "PCMA" as const);
  fc.assert(
    fc.property(law, fc.uint8Array({ minLength: 1, maxLength: 99 }), (from, codes) => {
      const samples = decoded(from, codes);
      const smaller = asG711(wav(samples, samples))!;
      const to = smaller.readUInt16LE(20) === 7 ? "PCMU" : "PCMA";
      const stereo = smaller.subarray(58, 58 + 2 * codes.length);
      expect(
        decoded(
          to,
          stereo.filter((_, index) => index % 2 === 0),
        ),
      ).toEqual(samples);
      expect(smaller.readUInt32LE(4)).toBe(smaller.length - 8);
      expect(smaller.readUInt32LE(46)).toBe(codes.length);
    }),
  );
});

test("other sounds stay as they are", () => {
  expect(asG711(wav(Int16Array.of(0, 1, 2)))).toBeUndefined();
  expect(asG711(wav(new Int16Array(0)))).toBeUndefined();
  expect(asG711(soxMuLaw)).toBeUndefined();
  expect(asG711(Buffer.from("RIFF\u0000\u0000\u0000\u0000WAVEfmt \u00ff\u00ff\u00ff\u00ff"))).toBeUndefined();
  const html = '<audio src="data:audio/wav;base64,UklGRg=="></audio>';
  expect(smallerSounds(html)).toBe(html);
});
