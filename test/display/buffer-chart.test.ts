import { afterEach, describe, expect, test } from "vitest";
import { bufferChart, type MimeBundle } from "../../src/display/index.js";
import { setLanguage } from "../../src/language.js";

interface Step {
  label: string;
  method: string;
  args: [{ visible: boolean[] }, { "title.text": string; shapes: { y0: number; y1: number }[] }];
}

interface Figure {
  data: { name?: string; x: number[]; y: number[]; customdata?: number[]; visible?: boolean }[];
  layout: {
    title: { text: string };
    shapes: { y0: number }[];
    sliders: [{ active: number; steps: Step[]; currentvalue: { prefix: string; suffix: string } }];
  };
}

const figure = (bundle: MimeBundle) => bundle["application/vnd.plotly.v1+json"] as Figure;

/** Ten packets, of which one is 12 ms late, one 35, and one an event, whose lateness nobody knows. */
const late = [0, 2, 12, -4, 35, 1, Number.NaN, 0, 3, 5];
const points = late.map((ms, i) => ({ frame: 100 + 2 * i, time: 7 + 0.02 * i, late: ms }));
const shown = () => bufferChart({ points, sizes: [10, 20, 40] });

afterEach(() => setLanguage("en"));

describe("a jitter buffer's slider", () => {
  test("shows at each size the packets that are too late for it, with their frames, and how many", () => {
    const { data, layout } = figure(shown());
    const [{ steps, active, currentvalue }] = layout.sliders;
    expect(steps.map(({ label }) => label)).toEqual(["10", "20", "40"]);
    expect([currentvalue.prefix, currentvalue.suffix]).toEqual(["jitter buffer: ", " ms"]);
    const at = steps.map(({ args: [{ visible }, layout] }) => {
      const drawn = data.filter((_, i) => visible[i]).filter(({ name }) => name === "too late: lost");
      return [
        layout["title.text"],
        layout.shapes.map(({ y0, y1 }) => [y0, y1]),
        drawn.map((one) => one.customdata),
      ];
    });
    expect(at).toEqual([
      ["a jitter buffer of 10 ms: 2 of 9 packets come too late (22.2 %)", [[10, 10]], [[104, 108]]],
      ["a jitter buffer of 20 ms: 1 of 9 packets come too late (11.1 %)", [[20, 20]], [[108]]],
      ["a jitter buffer of 40 ms: 0 of 9 packets come too late (0.0 %)", [[40, 40]], [[]]],
    ]);
    for (const { args } of steps) expect(args[0].visible[0]).toBe(true);
    expect(data[0]!.customdata).toEqual([100, 102, 104, 106, 108, 110, 114, 116, 118]);
    expect(active).toBe(1);
    expect(layout.title.text).toBe(steps[1]!.args[1]["title.text"]);
    expect(data.map(({ visible }) => visible)).toEqual([undefined, false, true, false]);
  });

  test("says all sizes where nothing can be slid: in the caption and as text", () => {
    const bundle = shown();
    expect(bundle["text/html"]).toContain(
      "10\u00a0ms → 2 (22.2\u00a0%) · 20\u00a0ms → 1 (11.1\u00a0%) · 40\u00a0ms → 0 (0.0\u00a0%)",
    );
    expect(String(bundle["text/plain"]).split("\n").slice(2)).toEqual([
      "10\u00a0ms  2  22.2\u00a0%",
      "20\u00a0ms  1  11.1\u00a0%",
      "40\u00a0ms  0   0.0\u00a0%",
    ]);
    setLanguage("fr");
    expect(shown()["text/plain"]).toContain("11,1\u00a0%");
  });

  test("stands still in the picture, at the place where it is first", () => {
    const [, encoded] = /base64,([\w+/=]+)"/.exec(String(shown()["text/html"]))!;
    const svg = Buffer.from(encoded!, "base64").toString();
    expect(svg).toContain(">a jitter buffer of 20 ms: 1 of 9 packets come too late (11.1 %)</text>");
    expect(svg).toContain(">too late: lost</text>");
    expect(svg).not.toMatch(/NaN|undefined/);
  });

  test("is bearable for a long stream, and for none", () => {
    const long = Array.from({ length: 30_000 }, (_, i) => ({
      frame: i,
      time: i / 50,
      late: (i * 7919) % 101,
    }));
    const sizes = [0, 1, 2, 5, 10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200];
    expect(JSON.stringify(figure(bufferChart({ points: long, sizes }))).length).toBeLessThan(250_000);
    expect(JSON.stringify(bufferChart({ points: [], sizes }))).not.toMatch(/NaN|Infinity/);
    expect(figure(bufferChart({ points, sizes: [] })).layout.sliders).toBeUndefined();
  });
});
