import { beforeAll, describe, expect, it } from "vitest";
import { conversation, levels, playout, type Sound, stereo } from "../../src/audio/index.js";
import { bestFit } from "./correlation.js";
import { recordedPackets } from "./recorded-call.js";
import { readSpeech } from "./speech.js";

describe("the recorded call from 100 to 300", () => {
  const speech = readSpeech();
  let caller: Sound;
  let callee: Sound;

  beforeAll(async () => {
    caller = playout(await recordedPackets("192.168.187.10", 4000, 0x2e9326fe));
    callee = playout(await recordedPackets("192.168.187.51", 7078, 0x8fa9fa17));
  });

  it("sounds for 72.54 s each way, without a gap", () => {
    for (const { channels, gaps, notes } of [caller, callee]) {
      expect(channels[0].length).toBe(3627 * 160);
      expect([gaps, notes]).toEqual([[], []]);
    }
    // Times of the first packets as tshark 4.0.17 prints them.
    expect(caller.start / 1e9).toBeCloseTo(29.89593, 5);
    expect(callee.start / 1e9).toBeCloseTo(29.911631, 5);
  });

  it("is what 300's microphone took in, sample for sample where it was", () => {
    const { at, correlation } = bestFit(speech.samples, callee.channels[0], 71_800, 72_200);
    expect(at).toBe(72_000);
    expect(correlation).toBeGreaterThan(0.999); // the rest is what µ-law costs
  });

  it("is as loud as what the microphones took in, over its whole length", () => {
    for (const [sound, expected] of [
      [caller, speech.levels["100"]],
      [callee, speech.levels["300"]],
    ] as const) {
      const heard = levels(sound.channels[0], 800).slice(0, expected.length);
      const loud = expected.map((level, i) => [level, heard[i]]).filter(([level]) => level > -50);
      expect(loud.length).toBeGreaterThan(200);
      for (const [level, found] of loud) expect(Math.abs(found - level)).toBeLessThan(1);
    }
  });

  it("shows who speaks when: fifteen turns, nobody interrupts", () => {
    const { caller: first, callee: second, both } = conversation(stereo([caller], [callee]));
    // Where the script of the conversation has each of them begin; 300's phone was 15.7 ms later.
    const turns = [4.488, 14.391, 23.846, 35.431, 44.532, 54.351, 65.945];
    const replies = [1.0, 8.58, 19.525, 28.388, 38.643, 48.893, 61.062, 69.214];
    expect([first.length, second.length]).toEqual([7, 8]);
    for (const [i, { start }] of first.entries()) expect(Math.abs(start - turns[i])).toBeLessThan(0.15);
    for (const [i, { start }] of second.entries()) expect(Math.abs(start - replies[i])).toBeLessThan(0.15);
    expect(both).toEqual([]);
  });
});
