import { beforeEach, describe, expect, it } from "vitest";
import wavefile from "wavefile";
import { type Sound, wavBytes } from "../../src/audio/index.js";
import { setLanguage } from "../../src/language.js";

function sound(...channels: number[][]): Sound {
  return {
    rate: 8000,
    channels: channels.map((samples) => Int16Array.from(samples)),
    start: 0,
    gaps: [],
    notes: [],
  };
}

/** What the package makes of the samples in its own, slow way. */
function fromScratch(...channels: number[][]): Uint8Array {
  const file = new wavefile.WaveFile();
  file.fromScratch(channels.length, 8000, "16", channels.length === 1 ? channels[0] : channels);
  return file.toBuffer();
}

describe("WAV", () => {
  beforeEach(() => setLanguage("en"));

  it("has the header of RIFF, byte for byte", () => {
    const text = (value: string) => [...value].map((letter) => letter.charCodeAt(0));
    expect([...wavBytes(sound([1, -2]))]).toEqual(
      [
        [text("RIFF"), 40, 0, 0, 0, text("WAVE")],
        [text("fmt "), 16, 0, 0, 0, 1, 0, 1, 0], // PCM, one channel
        [0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0], // 8000 Hz, 16000 bytes/s, 2 bytes a sample
        [text("data"), 4, 0, 0, 0, 1, 0, 0xfe, 0xff],
      ].flat(2),
    );
  });

  it("is what the package writes when it packs the samples itself", () => {
    const left = Array.from({ length: 1001 }, (_, i) => ((i * 7919) % 65536) - 32768);
    const right = left.map((sample) => -1 - sample);
    expect(wavBytes(sound(left))).toEqual(fromScratch(left));
    expect(wavBytes(sound(left, right))).toEqual(fromScratch(left, right));
  });

  it("is read back by the package", () => {
    const file = new wavefile.WaveFile(wavBytes(sound([1, 2, 3], [-1, -2, -3])));
    expect([file.container, file.bitDepth]).toEqual(["RIFF", "16"]);
    expect(file.fmt).toMatchObject({ numChannels: 2, sampleRate: 8000 });
    expect(file.getSamples(true)).toEqual(new Float64Array([1, -1, 2, -2, 3, -3]));
  });

  it("takes part of a larger array, and no samples", () => {
    const part = Int16Array.of(9, 1, 2, 9).subarray(1, 3);
    expect(wavBytes({ ...sound(), channels: [part] })).toEqual(wavBytes(sound([1, 2])));
    expect(wavBytes(sound([])).length).toBe(44);
  });

  it("refuses what RIFF cannot hold, before it allocates", () => {
    const endless = { length: 2 ** 31 } as Int16Array;
    expect(() => wavBytes({ ...sound(), channels: [endless, endless] })).toThrow(
      new RangeError("8.0 GiB of sound do not fit into a WAV file, which holds 4: take a part of it"),
    );
  });
});
