import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lateness, tryBuffers } from "../../../src/voip/stream/index.js";

interface Arrival {
  /** Milliseconds off the packet's time. */
  off: number;
  marker?: boolean;
  /** 101 is telephone-event here. */
  payloadType?: number;
  /** Milliseconds that the sender paused before it, its timestamps standing still. */
  pause?: number;
}

const types = {
  clockRateOf: (type: number) => (type === 96 ? 0 : 8000),
  isEvent: (type: number) => type === 101,
};

/** PCMU packets of 20 ms that arrive so much off their time. */
function latenessOf(arrivals: readonly Arrival[]): number[] {
  let paused = 0;
  const time = arrivals.map(({ off, pause = 0 }, i) => {
    paused += pause;
    return (20 * i + off + paused) * 1e6;
  });
  const columns = {
    time,
    sequence: arrivals.map((_, i) => i),
    // near the end of 32 bits: it wraps
    timestamp: arrivals.map((_, i) => (0xffffff00 + 160 * i) >>> 0),
    payloadType: arrivals.map(({ payloadType = 0 }) => payloadType),
    marker: arrivals.map(({ marker }) => Number(marker ?? false)),
    length: arrivals.map(() => 172),
  };
  return [...lateness(columns, types)];
}

const arrivals = (...offs: number[]): Arrival[] => offs.map((off) => ({ off }));

describe("lateness", () => {
  it("is counted from the first packet, early packets below zero", () => {
    expect(latenessOf(arrivals(3, 8, 3, 28, 0))).toEqual([0, 5, 0, 25, -3]);
  });

  it("begins anew with a talkspurt, and where the sender paused", () => {
    expect(latenessOf([{ off: 0 }, { off: 30 }, { off: 30, marker: true }, { off: 33 }])).toEqual([
      0, 30, 0, 3,
    ]);
    expect(latenessOf([{ off: 0 }, { off: 1, pause: 9500 }, { off: 5 }])).toEqual([0, 0, 4]);
  });

  it("grows with a clock that runs slow", () => {
    const slow = latenessOf(Array.from({ length: 3001 }, (_, i) => ({ off: i * 20 * 50e-6 })));
    expect(slow.at(-1)).toBeCloseTo(3, 6);
  });

  it("is not known of events, nor without a clock", () => {
    const all = latenessOf([
      { off: 0 },
      { off: 4, payloadType: 101 },
      { off: 7 },
      { off: 0, payloadType: 96 },
    ]);
    expect(all).toEqual([0, Number.NaN, 7, Number.NaN]);
  });
});

describe("jitter buffers", () => {
  it("drop what is later than they hold, and never what is early", () => {
    const late = Float64Array.from(latenessOf(arrivals(0, 5, -60, 25, 0, 0, 45, 0, 0, 0)));
    expect(tryBuffers(late, [0, 10, 30, 50])).toEqual([
      { buffer: 0, dropped: 3, share: 0.3 },
      { buffer: 10, dropped: 2, share: 0.2 },
      { buffer: 30, dropped: 1, share: 0.1 },
      { buffer: 50, dropped: 0, share: 0 },
    ]);
  });

  it("never drop more for being larger", () => {
    const stream = fc.array(
      fc.record({
        off: fc.integer({ min: -200, max: 200 }),
        marker: fc.boolean(),
        payloadType: fc.constantFrom(0, 8, 101),
        pause: fc.constantFrom(0, 0, 0, 2000),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(stream, (given) => {
        const trials = tryBuffers(Float64Array.from(latenessOf(given)), [0, 1, 2, 5, 10, 20, 50, 100, 200]);
        const dropped = trials.map((trial) => trial.dropped);
        expect(dropped).toEqual([...dropped].sort((a, b) => b - a));
      }),
    );
  });

  it("have nothing to say of nothing", () => {
    expect(tryBuffers(new Float64Array(), [50])).toEqual([{ buffer: 50, dropped: 0, share: 0 }]);
  });
});
