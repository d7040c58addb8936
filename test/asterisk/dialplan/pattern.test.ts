import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findStep, moreCouldMatch } from "../../../src/asterisk/dialplan/find.js";
import { compareExtensions, matchExtension } from "../../../src/asterisk/dialplan/pattern.js";
import { readPlan } from "../../../src/asterisk/index.js";
import { golden } from "../goldens.js";

const DIGITS = [..."0123456789"];

/** One place of a pattern and the digits that it holds. */
const place = fc.oneof(
  fc.constantFrom(...DIGITS).map((digit) => ({ text: digit, digits: [digit] })),
  fc.constantFrom("X", "x").map((text) => ({ text, digits: DIGITS })),
  fc.constantFrom("Z", "z").map((text) => ({ text, digits: DIGITS.slice(1) })),
  fc.constantFrom("N", "n").map((text) => ({ text, digits: DIGITS.slice(2) })),
  fc
    .uniqueArray(fc.constantFrom(...DIGITS), { minLength: 1, maxLength: 4 })
    .map((digits) => ({ text: `[${digits.join("")}]`, digits })),
  fc
    .tuple(fc.nat(9), fc.nat(9))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    .map(([from, to]) => ({ text: `[${from}-${to}]`, digits: DIGITS.slice(from, to + 1) })),
);
const pattern = fc
  .tuple(fc.array(place, { minLength: 1, maxLength: 3 }), fc.constantFrom("", ".", "!"))
  .map(([places, ending]) => ({
    name: `_${places.map(({ text }) => text).join("")}${ending}`,
    places,
    ending,
  }));

type Pattern = typeof pattern extends fc.Arbitrary<infer P> ? P : never;

/** The model: all numbers of up to 4 digits that a pattern stands for, written out. */
function numbersOf({ places, ending }: Pattern): Set<string> {
  let numbers = [""];
  for (const { digits } of places) numbers = numbers.flatMap((start) => digits.map((digit) => start + digit));
  const all = new Set(ending === "." ? [] : numbers);
  let longer = ending === "" ? [] : numbers;
  while (longer.length > 0 && longer[0]!.length < 4) {
    longer = longer.flatMap((start) => DIGITS.map((digit) => start + digit));
    for (const number of longer) all.add(number);
  }
  return all;
}

const number = fc.string({ unit: fc.constantFrom(...DIGITS), minLength: 1, maxLength: 4 });

describe("a pattern", () => {
  it("matches the numbers that it stands for, and no other", () => {
    fc.assert(
      fc.property(pattern, number, (one, digits) => {
        expect(!!matchExtension(one.name, digits)).toBe(numbersOf(one).has(digits));
      }),
      { numRuns: 100 },
    );
  });

  it("could match more where longer numbers begin so", () => {
    fc.assert(
      fc.property(pattern, number, (one, digits) => {
        fc.pre(one.ending === "" && digits.length < 4);
        const longer = [...numbersOf(one)].some((other) => other !== digits && other.startsWith(digits));
        expect(matchExtension(one.name, digits, "matchMore")).toBe(longer);
        const plan = readPlan(`[a]\nexten => ${one.name},1,NoOp()`);
        expect(moreCouldMatch(plan, "a", digits)).toBe(longer);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["_X.", "1", false],
    ["_X.", "12", true],
    ["_X!", "1", "early"],
    ["_[1-3]00", "200", true],
    ["_[1-3]00", "400", false],
    ["_1-00", "100", true],
    ["1-00", "1-0-0", true],
    ["_[13", "1", false],
    ["100", "10", false],
  ])("%s and %s: %s", (name, digits, expected) => {
    expect(matchExtension(name, digits)).toBe(expected);
  });
});

describe("of several patterns", () => {
  it("those are found, in that order, that Asterisk 18.26.4 finds", () => {
    const plan = readPlan(golden("patterns.conf"));
    const lines = golden("matches.txt").trim().split("\n");
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const [, context, digits, found] = /^(\S+) (\S+): (.*)$/.exec(line)!;
      const own = plan.contexts.get(context!)!.extensions.filter(({ name }) => matchExtension(name, digits!));
      expect([line, own.map(({ name }) => name).join(" ")]).toEqual([line, found]);
    }
  });

  // model: place by place, the pattern with fewer digits there wins (docs.asterisk.org, "Pattern Matching": sort order)
  it("the more specific is tried first", () => {
    fc.assert(
      fc.property(pattern, pattern, (one, other) => {
        fc.pre(one.ending === "" && other.ending === "" && one.places.length === other.places.length);
        const counts = ({ places }: Pattern) => places.map(({ digits }) => digits.length);
        const [left, right] = [counts(one), counts(other)];
        const differs = left.findIndex((count, i) => count !== right[i]);
        const before = (at: number) =>
          one.places.slice(0, at).every(({ digits }, i) => digits.join() === other.places[i]!.digits.join());
        fc.pre(differs !== -1 && before(differs));
        const order = left[differs]! - right[differs]!;
        expect(Math.sign(compareExtensions(one.name, other.name))).toBe(Math.sign(order));
      }),
      { numRuns: 200 },
    );
  });

  it("are put into an order that agrees with itself", () => {
    const sign = (a: string, b: string) => Math.sign(compareExtensions(a, b));
    fc.assert(
      fc.property(pattern, pattern, pattern, ({ name: a }, { name: b }, { name: c }) => {
        expect(sign(a, b)).toBe(0 - sign(b, a));
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it("one without the priority asked for leaves it to the next", () => {
    const plan = readPlan(
      "[a]\nexten => 100,1,NoOp(exact)\nexten => _1XX,2,NoOp(pattern)\nexten => _X.,1,NoOp(any)",
    );
    const what = (digits: string, priority: number) => findStep(plan, "a", digits, priority)?.arguments;
    expect([what("100", 1), what("100", 2), what("101", 1)]).toEqual(["exact", "pattern", "any"]);
  });

  it("those of included contexts come last", () => {
    const plan = readPlan(
      "[a]\nexten => _X.,1,NoOp(own)\ninclude => b\n[b]\nexten => 100,1,NoOp(included)\nexten => *9,1,NoOp(b)\ninclude => a",
    );
    expect(findStep(plan, "a", "100", 1)!.arguments).toBe("own");
    expect(findStep(plan, "a", "*9", 1)!.arguments).toBe("b");
    expect(findStep(plan, "a", "#", 1)).toBeUndefined();
  });

  it("one for the caller's number comes first", () => {
    const plan = readPlan(
      "[a]\nexten => 1,1,NoOp(all)\nexten => 1/300,1,NoOp(one)\nexten => 1/_2XX,1,NoOp(some)",
    );
    const what = (caller?: string) => findStep(plan, "a", "1", 1, caller)?.arguments;
    expect([what("300"), what("201"), what("999"), what()]).toEqual(["one", "some", "all", "all"]);
  });
});
