import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DARK, LIGHT, SERIES } from "../../../src/display/chart/palette.js";
import { envelope, keptPoints, rounded } from "../../../src/display/chart/reduce.js";
import { axisFor, scaleOf, ticksOf } from "../../../src/display/chart/scale.js";
import { sparkline } from "../../../src/display/chart/sparkline.js";

const series = fc.array(fc.double({ noDefaultInfinity: true, noNaN: true }), {
  minLength: 1,
  maxLength: 300,
});

describe("reducing", () => {
  test("keeps the ends and the extremes, in order, within the limit", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 4, max: 80 }), (values, limit) => {
        const kept = Array.from(keptPoints(values, limit));
        expect(kept.length).toBeLessThanOrEqual(Math.max(limit, 4));
        expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        const seen = kept.map((i) => values[i]!);
        expect([Math.min(...seen), Math.max(...seen)]).toEqual([Math.min(...values), Math.max(...values)]);
        expect([kept[0], kept.at(-1)]).toEqual([0, values.length - 1]);
      }),
    );
  });

  test("leaves a short series alone", () => {
    expect(keptPoints([3, 1, 2], 3)).toEqual([0, 1, 2]);
    expect(keptPoints([], 10)).toEqual([]);
  });

  test("an envelope holds the lowest and the highest of each stretch", () => {
    const { starts, low, high } = envelope(Int16Array.of(1, -5, 9, 0, 2, 2), 2);
    expect([...starts, ...low, ...high]).toEqual([0, 3, -5, 0, 9, 2]);
    expect([...envelope(new Int16Array(), 4).high]).toEqual([0]);
  });

  test("what is no number is a gap", () => {
    expect([rounded(Number.NaN), rounded(Number.POSITIVE_INFINITY), rounded(1.23456789, 4)]).toEqual([
      null,
      null,
      1.235,
    ]);
  });
});

describe("axes", () => {
  test("ticks are round, in the reader's way", () => {
    expect(ticksOf({ min: 0, max: 72.5 }, 780, 80).map(({ label }) => label)).toEqual(
      [..."01234567"].map((ten) => `${Number(ten) * 10}`),
    );
    expect(ticksOf({ min: -0.06, max: 0.11 }, 200, 50).map(({ label }) => label)).toEqual([
      "-0.05",
      "0.00",
      "0.05",
      "0.10",
    ]);
  });

  test("ticks are few, whatever the axis", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), (min, max) => {
        const ticks = ticksOf({ min, max }, 800, 80);
        expect(ticks.length).toBeLessThan(40);
        for (const { label } of ticks) expect(label).not.toBe("-0");
      }),
    );
  });

  test("an axis holds its values, from zero where they are near it", () => {
    expect(axisFor([5, 20]).min).toBe(0);
    expect(axisFor([1000, 1001]).min).toBeGreaterThan(999);
    expect(axisFor([-3, -1]).max).toBe(0);
    expect([axisFor([]), axisFor([0, 0])]).toEqual([
      { min: 0, max: 1 },
      { min: 0, max: 1 },
    ]);
    expect(axisFor([7])).toEqual({ min: 3.5, max: 10.5 });
  });

  test("a reversed axis runs the other way", () => {
    expect(scaleOf({ min: 0, max: 10 }, 100, 0)(10)).toBe(0);
    expect(scaleOf({ min: 0, max: 10, reversed: true }, 100, 0)(10)).toBe(100);
    expect(scaleOf({ min: 3, max: 3 }, 0, 10)(3)).toBe(0);
  });
});

test("a sparkline draws from zero", () => {
  expect(sparkline([0, 5, 10, Number.NaN])).toBe("▁▅█ ");
  expect(sparkline([-1, 0, 1])).toBe("▁▅█");
  expect(sparkline([])).toBe("");
  expect(sparkline(Float64Array.from({ length: 5000 }, (_, i) => i))).toHaveLength(60);
});

/** WCAG 2.1, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) => {
    const [r, g, blue] = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!;
  };
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

test("colours stand out on light and dark paper", () => {
  for (const paper of ["#ffffff", "#111111", "#212121"]) {
    for (const colour of Object.values(SERIES)) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
  }
  for (const { paper, ink, quiet } of [LIGHT, DARK]) {
    for (const text of [ink, quiet]) expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
  }
});
