import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, frame, measure, ssrc, text } from "../../src/course/answers/expected.js";
import { matches, readable } from "../../src/course/answers/match.js";

const seconds = measure(62.4, "s", 0.05)!;

describe("a number", () => {
  it.each([
    62.4,
    "62.4",
    "62,4",
    " 62,4 s ",
    "62.4 secondes",
    "62 400 ms",
    "62400ms",
    "00:01:02.4",
    "1:02,4",
  ])("is read from %s", (given) => {
    expect(matches(given, seconds)).toBe(true);
  });

  it.each([
    "62.4 kHz too",
    "6.24",
    "62.4 %",
    "62.4 octets",
    "−62.4",
    "sixty-two",
    "",
    undefined,
    null,
    {},
    [],
    Number.NaN,
  ])("is not mistaken in %s", (given) => {
    const known = given === "62.4 kHz too"; // a word that is no unit changes nothing
    expect(matches(given, seconds)).toBe(known);
  });

  it("may have thousands set apart, or be hexadecimal", () => {
    const expected = count(6536);
    for (const given of ["6,536", "6 536", "6\u202f536", "0x1988", "6536 trames", 6536n]) {
      expect([given, matches(given, expected)]).toEqual([given, true]);
    }
    expect(matches("6.536", expected)).toBe(false);
    expect(matches("401 Unauthorized", count(401))).toBe(true);
  });

  it("may be said in another unit of the same kind", () => {
    expect(matches("85600 bit/s", measure(85.6, "kbit/s", 1)!)).toBe(true);
    expect(matches("0.49 s", measure(490, "ms", 1)!)).toBe(true);
    expect(matches("9904 bits", measure(1238, "byte", 0)!)).toBe(true);
    expect(matches("1238 s", measure(1238, "byte", 0)!)).toBe(false);
  });
});

describe("other answers", () => {
  it("are words without case, accents, quotes", () => {
    const expected = text("appelé", "G.711 µ-law")!;
    for (const given of ["APPELE", " « appelé » ", ["appelé"], "g.711 μ-LAW."]) {
      expect([given, matches(given, expected)]).toEqual([given, true]);
    }
    expect(matches("appelant", expected)).toBe(false);
    expect(readable("", expected)).toBe(false);
  });

  it("are frames, by number or as the notebook's objects", () => {
    const expected = frame(15)!;
    for (const given of [15, "trame 15", "n° 15", { number: 15 }, { frame: 15 }, [{ number: 15 }]]) {
      expect([given, matches(given, expected)]).toEqual([given, true]);
    }
    expect(readable("15 or 18", expected)).toBe(false);
    expect(matches({ number: 18 }, expected)).toBe(false);
  });

  it("are SSRCs, also of eight digits that could be decimal", () => {
    expect(matches("75452F58", ssrc("0x75452F58")!)).toBe(true);
    expect(matches("12345678", ssrc("0x12345678")!)).toBe(true);
    expect(matches(1967468376, ssrc("0x75452F58")!)).toBe(true);
    expect(readable("the first", ssrc("0x75452F58")!)).toBe(false);
  });

  it("may be anything at all", () => {
    const all = [seconds, count(1), text("a")!, frame(1)!, ssrc("0x1")!];
    fc.assert(
      fc.property(fc.anything(), (given) => {
        for (const expected of all) {
          if (matches(given, expected)) expect(readable(given, expected)).toBe(true);
        }
      }),
    );
    expect(matches(`1${" ".repeat(200_000)}x`, count(1))).toBe(true);
  });
});
