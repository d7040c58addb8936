import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Fragments } from "../../../src/dissect/network/fragments.js";

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 7 + 3) & 255);

describe("fragments", () => {
  it("make the datagram whole, in whatever order, overlap and number they come", () => {
    const cut = fc.record({ start: fc.nat(63), length: fc.integer({ min: 1, max: 64 }) });
    fc.assert(
      fc.property(fc.array(cut, { maxLength: 20 }), fc.integer({ min: 1, max: 64 }), (extra, size) => {
        const datagram = bytesOf(size);
        // the extra pieces first, then what makes it whole for certain
        const pieces = extra
          .map(({ start, length }) => [start % size, Math.min(size, (start % size) + length)] as const)
          .concat([[0, size]]);
        const fragments = new Fragments();
        let frame = 0;
        let whole: Uint8Array | undefined;
        for (const [start, end] of pieces) {
          frame++;
          const found = fragments.add("key", frame, datagram, start, end, start, end < size);
          if (!found) continue;
          whole = found.bytes;
          expect(fragments.of(frame)).toBe(found);
          expect(fragments.frameOf(frame)).toBe(frame);
          break;
        }
        expect(whole).toEqual(datagram);
      }),
    );
  });

  it("are kept apart by what names their datagram", () => {
    const fragments = new Fragments();
    expect(fragments.add("a", 1, bytesOf(16), 0, 8, 0, true)).toBeUndefined();
    expect(fragments.add("b", 2, bytesOf(16), 8, 16, 8, false)).toBeUndefined();
    const whole = fragments.add("a", 3, bytesOf(16), 8, 16, 8, false);
    expect(whole?.parts).toEqual([
      { frame: 1, start: 0, end: 8 },
      { frame: 3, start: 8, end: 16 },
    ]);
    expect([1, 2, 3].map((frame) => fragments.frameOf(frame))).toEqual([3, 0, 3]);
  });

  it("count where they overlap as the one that begins earlier has it", () => {
    const fragments = new Fragments();
    fragments.add("key", 1, Uint8Array.of(2, 2, 2, 2), 0, 4, 2, false);
    const whole = fragments.add("key", 2, Uint8Array.of(1, 1, 1, 1), 0, 4, 0, true);
    expect(whole?.bytes).toEqual(Uint8Array.of(1, 1, 1, 1, 2, 2));
  });

  it("that never become whole are given up, the oldest first", () => {
    const fragments = new Fragments();
    const large = new Uint8Array(60_000);
    for (let i = 0; i < 1000; i++) fragments.add(`${i}`, i + 1, large, 0, large.length, 0, true);
    // of 60 MB, the last 16 MiB may wait
    expect(fragments.add("0", 1001, large, 0, 8, 60_000, false)).toBeUndefined();
    expect(fragments.add("999", 1002, large, 0, 8, 60_000, false)?.bytes.length).toBe(60_008);
  });
});
