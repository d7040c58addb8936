import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lossesBefore } from "../../src/voip/losses.js";

const losses = (...sequence: number[]) => [...lossesBefore(Uint16Array.from(sequence))];

describe("the packets missing before each packet", () => {
  it.each([
    [[], []],
    [[7], [0]],
    [
      [1, 2, 3],
      [0, 0, 0],
    ],
    [
      [1, 2, 5, 6],
      [0, 0, 2, 0],
    ],
    [
      [65534, 65535, 0, 2],
      [0, 0, 0, 1],
    ],
    [
      [65534, 1],
      [0, 2],
    ],
  ])("%j: %j", (sequence, expected) => {
    expect(losses(...sequence)).toEqual(expected);
  });

  it("are not those that came late, also over the wrap", () => {
    expect(losses(1, 2, 5, 3, 6)).toEqual([0, 0, 1, 0, 0]);
    expect(losses(65535, 2, 0)).toEqual([0, 1, 0]);
  });

  it("are not offset by those that came twice", () => {
    expect(losses(1, 1, 2, 4, 4, 2)).toEqual([0, 0, 0, 1, 0, 0]);
  });

  it("are, all together, the numbers that never came", () => {
    const dropped = fc.uniqueArray(fc.integer({ min: 1, max: 298 }), { maxLength: 100 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65535 }), dropped, (first, missing) => {
        const numbers = Array.from({ length: 300 }, (_, i) => i).filter((i) => !missing.includes(i));
        const [begin, ...rest] = numbers;
        const late = [begin!, ...rest.map((number, i) => rest[i ^ 1] ?? number)]; // each pair swapped
        const lost = losses(...late.map((i) => first + i));
        expect(lost.reduce((sum, count) => sum + count, 0)).toBe(missing.length);
      }),
    );
  });

  it("are counted for any numbers at all", () => {
    fc.assert(
      fc.property(fc.uint16Array(), (sequence) => {
        const lost = lossesBefore(sequence);
        expect(lost.length).toBe(sequence.length);
        expect(lost.every((count) => count < 0x8000)).toBe(true);
      }),
    );
  });
});
