import type { Expected } from "./expected.js";
import { folded, frameOf, numbersOf, textOf } from "./given.js";
import { difference, itemsOf } from "./lists.js";

/** Whether an answer is what is expected, however it is written. */
export function matches(given: unknown, expected: Expected): boolean {
  switch (expected.kind) {
    case "number": {
      const { value, tolerance, unit } = expected;
      return numbersOf(given, unit).some((number) => Math.abs(number - value) <= tolerance + 1e-9);
    }
    case "ssrc":
      return ssrcsOf(given).includes(expected.value);
    case "text": {
      const words = [given].flat().length > 1 ? [given].flat().map(textOf).join(", ") : textOf(given);
      return expected.accepted.some((word) => folded(textOf(word)) === folded(words));
    }
    case "frame":
      return expected.frames.includes(frameOf(given) ?? Number.NaN);
    case "list": {
      const { missing, extra } = difference(given, expected.items);
      return missing.length + extra.length === 0;
    }
  }
}

/** Whether an answer has the form that is expected, right or wrong. */
export function readable(given: unknown, expected: Expected): boolean {
  switch (expected.kind) {
    case "number":
      return numbersOf(given, expected.unit).length > 0;
    case "ssrc":
      return ssrcsOf(given).length > 0;
    case "text":
      return textOf(given) !== "" || [given].flat().length > 1;
    case "frame":
      return frameOf(given) !== undefined;
    case "list":
      return itemsOf(given).length > 0;
  }
}

/** Eight hexadecimal digits may stand without `0x`, and so may be decimal as well. A stream is its SSRC. */
function ssrcsOf(given: unknown): number[] {
  const { ssrc } = (typeof given === "object" && given !== null ? given : {}) as { ssrc?: unknown };
  const text = textOf(ssrc ?? given);
  const found = numbersOf(ssrc ?? given, undefined);
  return /^[0-9a-f]{8}$/i.test(text) ? [...found, Number.parseInt(text, 16)] : found;
}
