import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countArrivals } from "../../../src/voip/stream/index.js";
import { recordedStreams } from "./recorded.js";

describe("arrivals", () => {
  it("tells losses from duplicates where the network's own log is known", () => {
    // The relay that stood for the cable logged what it dropped and repeated; see the head of the file.
    const [{ packets }] = recordedStreams("bad-network.txt");
    expect(countArrivals(packets.map((packet) => packet[1]))).toEqual({
      distinct: 3531,
      duplicates: 12,
      missing: 101,
      late: 70,
      restarts: 0,
    });
  });

  it("counts numberings that alternate apart", () => {
    const arrivals = countArrivals([7, 30_000, 8, 30_001]);
    expect(arrivals).toEqual({ distinct: 4, duplicates: 0, missing: 0, late: 0, restarts: 3 });
  });

  it("knows nothing of no packets", () => {
    expect(countArrivals([])).toEqual({ distinct: 0, duplicates: 0, missing: 0, late: 0, restarts: 0 });
  });

  it("finds what was done to a stream, across wraps", () => {
    const damage = fc.record({
      start: fc.nat(0xffff),
      lost: fc.uniqueArray(fc.integer({ min: 1, max: 198 })),
      twice: fc.uniqueArray(fc.integer({ min: 0, max: 199 })),
    });
    fc.assert(
      fc.property(damage, ({ start, lost, twice }) => {
        const sent = Array.from({ length: 200 }, (_, i) => i).filter((i) => !lost.includes(i));
        const received = sent.flatMap((i) => (twice.includes(i) ? [i, i] : [i]));
        const { distinct, duplicates, missing, late } = countArrivals(
          received.map((i) => (start + i) & 0xffff),
        );
        expect({ distinct, duplicates, missing, late }).toEqual({
          distinct: sent.length,
          duplicates: received.length - sent.length,
          missing: lost.length,
          late: 0,
        });
      }),
    );
  });
});
