import { describe, expect, it } from "vitest";
import { mono, type Sound, stereo } from "../../src/audio/index.js";

function sound(start: number, samples: number[], rest: Partial<Sound> = {}): Sound {
  return { rate: 8000, channels: [Int16Array.from(samples)], start, gaps: [], notes: [], ...rest };
}

const MS = 1e6;

describe("stereo", () => {
  it("puts the caller left and the callee right, by capture time", () => {
    const mixed = stereo([sound(10 * MS, [1, 2, 3])], [sound(10.25 * MS, [7, 8])]);
    expect(mixed.channels.map((channel) => [...channel])).toEqual([
      [1, 2, 3, 0],
      [0, 0, 7, 8],
    ]);
    expect(mixed.start).toBe(10 * MS);
    expect(mixed.gaps).toEqual([]);
  });

  it("puts a side's streams at their times, and one after another where they overlap", () => {
    const early = sound(0, [1, 1, 1]);
    const overlapping = sound(0.25 * MS, [2, 2]);
    const later = sound(1 * MS, [3]);
    const mixed = stereo([later, overlapping, early], []);
    expect([...mixed.channels[0]]).toEqual([1, 1, 1, 2, 2, 0, 0, 0, 3]);
    expect([...mixed.channels[1]]).toEqual(new Array(9).fill(0));
  });

  it("has gaps where no packet of either side is, and both sides' notes", () => {
    const dropped = { kind: "dropped", count: 2 } as const;
    const left = sound(0, [1, 0, 0, 0, 1], { gaps: [{ start: 1, end: 4 }], notes: [dropped] });
    const right = sound(0, [0, 0, 5], {
      gaps: [{ start: 0, end: 2 }],
      notes: [dropped, { kind: "restarts", count: 1 }],
    });
    const mixed = stereo([left], [right]);
    expect(mixed.gaps).toEqual([
      { start: 1, end: 2 },
      { start: 3, end: 4 },
    ]);
    expect(mixed.notes).toEqual([
      { kind: "dropped", count: 4 },
      { kind: "restarts", count: 1 },
    ]);
  });

  it("does not trust capture times with more than four hours of silence", () => {
    const { channels } = stereo([sound(0, [1]), sound(30 * 86_400e9, [1]), sound(60 * 86_400e9, [1])], []);
    expect(channels[0].length).toBe(4 * 3600 * 8000 + 3);
  });

  it("holds with nothing to mix", () => {
    expect(stereo([], [sound(5, [])])).toMatchObject({
      channels: [new Int16Array(0), new Int16Array(0)],
      start: 0,
    });
  });
});

describe("mono", () => {
  it("adds the channels up and clips", () => {
    const both = sound(0, [], {
      channels: [Int16Array.of(1, 30_000, -30_000), Int16Array.of(2, 10_000, -10_000)],
    });
    expect([...mono(both).channels[0]]).toEqual([3, 32767, -32768]);
  });

  it("leaves mono as it is", () => {
    const one = sound(0, [1]);
    expect(mono(one)).toBe(one);
  });
});
