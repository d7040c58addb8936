import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seenUpTo } from "../../../src/voip/rtcp/index.js";

describe("what the packets show up to a moment", () => {
  it("is what the receiver would report: copies hide losses", () => {
    expect(seenUpTo([1, 2, 3, 4], [10, 11, 14, 14], [0, 2, 3, 9])).toEqual([
      { received: 0, lost: 0 },
      { received: 2, lost: 0 },
      { received: 3, lost: 2 },
      { received: 4, lost: 1 },
    ]);
  });

  it("goes on over the wrap, and begins anew where the numbers jump", () => {
    expect(seenUpTo([1, 2, 3, 4], [65534, 0, 30000, 30002], [4])).toEqual([{ received: 4, lost: 2 }]);
    expect(seenUpTo([], [], [1])).toEqual([{ received: 0, lost: 0 }]);
  });

  it("is, at the end, what was dropped", () => {
    const dropped = fc.uniqueArray(fc.integer({ min: 1, max: 98 }), { maxLength: 50 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65535 }), dropped, (first, missing) => {
        const kept = Array.from({ length: 100 }, (_, i) => i).filter((i) => !missing.includes(i));
        const sequences = kept.map((i) => (first + i) & 0xffff);
        expect(seenUpTo(kept, sequences, [99])).toEqual([{ received: kept.length, lost: missing.length }]);
      }),
    );
  });
});
