import { afterEach, expect, test } from "vitest";
import { progressBar } from "../../src/display/index.js";
import { setLanguage } from "../../src/language.js";

afterEach(() => setLanguage("en"));
const plain = (options: Parameters<typeof progressBar>[0]) => progressBar(options)["text/plain"];

test("a bar of known length is filled in proportion", () => {
  expect(plain({ label: "calls", done: 0, total: 8 })).toBe(`calls: ${"░".repeat(24)} 0 / 8 (0 %)`);
  expect(plain({ label: "calls", done: 5, total: 8 })).toBe(
    `calls: ${"█".repeat(15)}${"░".repeat(9)} 5 / 8 (62 %)`,
  );
  expect(plain({ label: "calls", done: 8, total: 8, over: true })).toBe(
    `calls: ${"█".repeat(24)} 8 / 8 (100 %) ✓`,
  );
  expect(progressBar({ label: "calls", done: 2, total: 8 })["text/html"]).toContain('value="0.25" max="1"');
});

test("one that was left early says so; nothing to do is done", () => {
  expect(plain({ label: "a", done: 1, total: 4, over: true })).toMatch(/1 \/ 4 \(25 %\) …$/);
  expect(plain({ label: "a", done: 0, total: 0, over: true })).toMatch(/0 \/ 0 \(100 %\) ✓$/);
});

test("where nobody knows the length, it counts; numbers and units are the reader's", () => {
  expect(plain({ label: "", done: 12 })).toBe("12");
  expect(plain({ label: "x", done: 12, over: true })).toBe("x: 12 ✓");
  setLanguage("fr");
  expect(plain({ label: "lu", done: 1234, total: 2000, unit: "Mo" })).toMatch(
    / 1\s234 \/ 2\s000 Mo \(61 %\)$/,
  );
});
