import fc from "fast-check";
import { expect, it } from "vitest";
import { matches } from "../../../../src/kernel/front/history/wildcards.js";

it.each([
  ["*", "", true],
  ["", "a", false],
  ["open*", "openCapture()", true],
  ["*calls*", "capture.calls[0]", true],
  ["*a?c", "abac abc", true],
  ["?", "", false],
  ["a.c", "abc", false],
  ["*\n*", "two\nlines", true],
])("%j says of %j: %j", (pattern, text, said) => {
  expect(matches(pattern, text)).toBe(said);
});

it("agrees with the same as a regular expression", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });
  fc.assert(
    fc.property(letters, letters, (pattern, text) => {
      const expression = pattern.replaceAll("*", "[^]*").replaceAll("?", "[^]");
      expect(matches(pattern, text)).toBe(new RegExp(`^${expression}$`).test(text));
    }),
  );
});

it("is not led astray by many stars", () => {
  expect(matches(`${"*a".repeat(1000)}*b`, "a".repeat(20_000))).toBe(false);
});
