import { describe, expect, it } from "vitest";
import { conversation, type Sound, talkSpans } from "../../src/audio/index.js";

/** Seconds of noise-like sound at an amplitude, one part after another. */
function parts(...list: [seconds: number, amplitude: number][]): Int16Array {
  return Int16Array.from(
    list.flatMap(([seconds, amplitude]) =>
      Array.from({ length: seconds * 8000 }, (_, i) => (i & 1 ? amplitude : -amplitude)),
    ),
  );
}

const TALK = 3000; // −20.8 dBFS
const BETWEEN = 200; // −44.3 dBFS: not enough to begin, enough to go on

describe("talk", () => {
  it("begins and ends to 20 ms", () => {
    expect(talkSpans(parts([0.5, 0], [1, TALK], [1, 0]))).toEqual([{ start: 0.5, end: 1.5 }]);
  });

  it("goes on through pauses shorter than the hangover", () => {
    const sound = parts([0.2, TALK], [0.4, 0], [0.2, TALK], [0.6, 0], [0.2, TALK]);
    expect(talkSpans(sound).map(({ start, end }) => [start, end])).toEqual([
      [0, 0.8],
      [1.4, 1.6],
    ]);
    expect(talkSpans(sound, { hangover: 1 }).length).toBe(1);
  });

  it("begins at one level and goes on at a lower one", () => {
    expect(talkSpans(parts([1, BETWEEN]))).toEqual([]);
    expect(talkSpans(parts([1, 332])).length).toBe(1); // −39.9 dBFS
    expect(talkSpans(parts([0.2, TALK], [1, BETWEEN], [1, 0]))).toEqual([{ start: 0, end: 1.2 }]);
    expect(talkSpans(parts([1, BETWEEN]), { on: -45 })).toEqual([{ start: 0, end: 1 }]);
  });

  it("is no click", () => {
    expect(talkSpans(parts([0.5, 0], [0.06, TALK], [1, 0]))).toEqual([]);
    expect(talkSpans(parts([0.5, 0], [0.06, TALK], [1, 0]), { shortest: 0.05 }).length).toBe(1);
  });

  it("ends with the sound, and is not in silence", () => {
    expect(talkSpans(parts([0.13, TALK]))).toEqual([{ start: 0, end: 0.13 }]);
    expect(talkSpans(new Int16Array(0))).toEqual([]);
  });

  it("is found on both sides at once", () => {
    const channels = [parts([1, TALK], [2, 0]), parts([0.6, 0], [1, TALK], [1.4, 0])];
    const call: Sound = { rate: 8000, channels, start: 0, gaps: [], notes: [] };
    expect(conversation(call)).toEqual({
      caller: [{ start: 0, end: 1 }],
      callee: [{ start: 0.6, end: 1.6 }],
      both: [{ start: 0.6, end: 1 }],
      silence: [{ start: 1.6, end: 3 }],
    });
  });

  it("leaves silence between, before and after", () => {
    const left = parts([0.5, 0], [1, TALK], [3, 0]);
    const right = parts([2.5, 0], [1, TALK], [1, 0]);
    const sound: Sound = { rate: 8000, channels: [left, right], start: 0, gaps: [], notes: [] };
    expect(conversation(sound).silence).toEqual([
      { start: 0, end: 0.5 },
      { start: 1.5, end: 2.5 },
      { start: 3.5, end: 4.5 },
    ]);
    const none: Sound = { ...sound, channels: [new Int16Array(0), new Int16Array(0)] };
    expect(conversation(none).silence).toEqual([]);
  });
});
