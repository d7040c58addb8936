import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { base64 } from "../../src/display/base64.js";
import { cellText } from "../../src/display/cells.js";
import { frameReference } from "../../src/display/frames.js";
import { clock, duration, number } from "../../src/display/numbers.js";
import { cut, firstLines, visible, visibleLine } from "../../src/display/visible.js";
import { cutPixels, cutWidth, padWidth, pixelWidth, textWidth } from "../../src/display/width.js";
import { setLanguage } from "../../src/language.js";
import { hostile } from "./hostile.js";

afterEach(() => setLanguage("en"));

describe("base64", () => {
  test("gives RFC 4648 §10's examples", () => {
    const examples = {
      f: "Zg==",
      fo: "Zm8=",
      foo: "Zm9v",
      foob: "Zm9vYg==",
      fooba: "Zm9vYmE=",
      foobar: "Zm9vYmFy",
    };
    for (const [text, encoded] of Object.entries(examples)) {
      expect(base64(new TextEncoder().encode(text))).toBe(encoded);
    }
    expect(base64(new Uint8Array())).toBe("");
  });

  test("is what Node gives", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      }),
    );
  });
});

describe("hidden characters", () => {
  test("are shown on one line, and line ends too", () => {
    expect(visibleLine("a\r\nb\tc\u007f\u0085\u2028\u{e0041}")).toBe("a␍␊b␉c␡⟨U+0085⟩⟨U+2028⟩⟨U+E0041⟩");
    expect(visibleLine("名前🙂 é")).toBe("名前🙂 é");
  });

  test("leave lines and tabs in text of several lines", () => {
    expect(visible("a\r\n\tb\rc\u202e")).toBe("a\n\tb␍c⟨U+202E⟩");
  });

  test("are gone for good", () => {
    fc.assert(fc.property(hostile, (text) => !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(visibleLine(text))));
  });

  test("first lines are few and short, whatever the message", () => {
    expect(firstLines("INVITE sip:b\r\nVia: x  \r\n\r\nbody", 3, 40)).toEqual(["INVITE sip:b", "Via: x", ""]);
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = firstLines(text, 3, 10);
        return lines.length <= 3 && lines.every((line) => line.length <= 10);
      }),
    );
  });

  test("cutting leaves no half character", () => {
    expect(cut("abcdef", 4)).toBe("abc…");
    expect(cut("ab🙂d", 4)).toBe("ab…");
    expect(cut("abcd", 4)).toBe("abcd");
  });
});

describe("width", () => {
  test("counts wide characters twice and combining marks not at all", () => {
    expect(textWidth("abc")).toBe(3);
    expect(textWidth("名前")).toBe(4);
    expect(textWidth("e\u0301")).toBe(1);
    expect(textWidth("🙂")).toBe(2);
  });

  test("pads and cuts by columns", () => {
    expect(padWidth("名", 4)).toBe("名  ");
    expect(padWidth("7", 3, "right")).toBe("  7");
    expect(cutWidth("名前です", 5)).toBe("名前…");
    fc.assert(
      fc.property(
        hostile,
        fc.nat(30),
        (text, columns) => textWidth(cutWidth(text, columns + 1)) <= columns + 1,
      ),
    );
  });

  test("pixels are bounded by what is asked for", () => {
    fc.assert(
      fc.property(hostile, fc.integer({ min: 20, max: 300 }), (text, pixels) => {
        expect(pixelWidth(cutPixels(text, pixels, 12), 12)).toBeLessThanOrEqual(pixels);
      }),
    );
  });
});

describe("numbers", () => {
  test("are written as the reader does", () => {
    expect([number(6431.5), number(1e6), number(2, 3), number(12345678901234567890n)]).toEqual([
      "6,431.5",
      "1,000,000",
      "2.000",
      "12,345,678,901,234,567,890",
    ]);
    setLanguage("fr");
    expect(number(6431.5)).toBe("6\u202f431,5");
  });

  test("times are Wireshark's in every language", () => {
    setLanguage("fr");
    expect([clock(26.837144237), clock(26.837144237, 9)]).toEqual(["26.837144", "26.837144237"]);
  });

  test("lapses have their unit", () => {
    const lapses = [0, 0.000219, 0.0201, 0.4, 3.0191, 72.5, 119.9, 125, 3600, 7384, -2, Number.NaN];
    expect(lapses.map(duration)).toEqual([
      ...["0 s", "0.22 ms", "20 ms", "400 ms", "3.02 s", "72.5 s", "119.9 s"],
      ...["2 min 05 s", "1 h 00 min", "2 h 03 min", "-2 s", "–"],
    ]);
  });

  test("a cell says what its value is", () => {
    expect([
      cellText(undefined),
      cellText(Number.NaN, "number"),
      cellText(true),
      cellText(["a", "b"]),
    ]).toEqual([...["", "", "yes", "a, b"]]);
    expect([cellText(1.25, "number", 1), cellText(1.5, "time", 3), cellText(0.02, "duration")]).toEqual([
      ...["1.3", "1.500", "20 ms"],
    ]);
    expect(cellText("x".repeat(10_000)).length).toBeLessThan(700);
  });
});

describe("frames", () => {
  test("are found by a display filter", () => {
    expect(frameReference(15)).toEqual({ label: "15", filter: "frame.number == 15" });
    expect(frameReference([20, 15, 17, 18, 19])).toEqual({
      label: "15, 17–20",
      filter: "frame.number in {15, 17..20}",
    });
    expect(frameReference(undefined)).toEqual({ label: "", filter: undefined });
    expect(frameReference([])).toEqual({ label: "", filter: undefined });
  });

  test("that are many are counted, and have no filter that nobody can read", () => {
    const frames = Array.from({ length: 500 }, (_, i) => 3 * i + 1);
    expect(frameReference(frames)).toEqual({ label: "1 … 1498 (500)", filter: undefined });
    expect(frameReference([1, 3, 5, 7, 7])).toEqual({
      label: "1 … 7 (4)",
      filter: "frame.number in {1, 3, 5, 7}",
    });
  });
});
