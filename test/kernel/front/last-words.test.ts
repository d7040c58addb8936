import { expect, it } from "vitest";
import { LastWords } from "../../../src/kernel/front/last-words.js";

it("what a program writes is shown as it comes", () => {
  const words = new LastWords();
  expect(words.hear("a warning\n")).toBe("a warning\n");
  expect([words.take(), words.memoryWasFull]).toEqual(["", false]);
});

// both as Node 20.20 writes them
it("what Node writes when it gives up is held back, until somebody takes it", () => {
  const words = new LastWords();
  expect(words.hear("before\n----- Native stack trace -----\n\n 1: 0xd3a3c0")).toBe("before");
  expect(words.hear("  [node]\n")).toBe("");
  expect(words.memoryWasFull).toBe(false);
  expect(words.take()).toBe("----- Native stack trace -----\n\n 1: 0xd3a3c0  [node]\n");
  expect(words.hear("after")).toBe("after");
});

it("a full memory is told apart", () => {
  const words = new LastWords();
  expect(words.hear("\n<--- Last few GCs --->\n\n[1:0x2]  1 ms: Mark-Compact\n")).toBe("");
  words.hear("FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n");
  expect(words.memoryWasFull).toBe(true);
});
