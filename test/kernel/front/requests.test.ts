import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  boolean,
  integer,
  pointsBefore,
  string,
  strings,
  unitsBefore,
} from "../../../src/kernel/front/requests.js";

describe("positions", () => {
  it("count code points outside and UTF-16 units inside", () => {
    expect(unitsBefore("🎉a", 1)).toBe(2);
    expect(pointsBefore("🎉a", 2)).toBe(1);
    expect(unitsBefore("abc", Number.MAX_SAFE_INTEGER)).toBe(3);
    expect(unitsBefore("abc", -5)).toBe(0);
  });

  it("come back as they were", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), (code, at) => {
        const points = at % ([...code].length + 1);
        expect(pointsBefore(code, unitsBefore(code, points))).toBe(points);
      }),
    );
  });
});

it("what a client sends otherwise than the protocol says becomes the default", () => {
  const content = { text: 7, flag: "yes", number: 1.5, map: { a: "1", b: 2 }, list: null };
  expect(string(content, "text")).toBe("");
  expect(boolean(content, "flag", true)).toBe(true);
  expect(integer(content, "number", 3)).toBe(3);
  expect(strings(content, "map")).toEqual({ a: "1" });
  expect(strings(content, "list")).toEqual({});
});
