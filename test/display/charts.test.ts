import { afterEach, describe, expect, test } from "vitest";
import type { MimeBundle } from "../../src/display/index.js";
import {
  activity,
  barChart,
  lineChart,
  scatterChart,
  streamChart,
  waveform,
} from "../../src/display/index.js";
import { setLanguage } from "../../src/language.js";

interface Figure {
  data: {
    type: string;
    name?: string;
    x: number[];
    y: (number | null)[];
    customdata?: number[];
    hovertext?: string[];
  }[];
  layout: Record<string, unknown> & { separators: string };
}

const figure = (bundle: MimeBundle) => bundle["application/vnd.plotly.v1+json"] as Figure;
const pictureOf = (bundle: MimeBundle) => {
  const [, encoded] = /<img src="data:image\/svg\+xml;base64,([\w+/=]+)"/.exec(
    bundle["text/html"] as string,
  )!;
  return Buffer.from(encoded!, "base64").toString();
};

afterEach(() => setLanguage("en"));

/** A stream of 20 ms packets of which every 50th is missing. */
const points = Array.from({ length: 3600 }, (_, i) => ({
  ...{ frame: 100 + 2 * i, time: 5 + i * 0.02, jitter: 2 + Math.sin(i / 50) },
  ...{ delta: i === 0 ? Number.NaN : 20 + Math.sin(i), lost: i % 50 === 49 ? 1 : 0 },
}));
const stream = { title: "user3 → server", points, interval: 20 };

describe("delta, jitter and loss", () => {
  test("each point leads to its frame, each loss is marked", () => {
    const [delta, jitter, lost] = figure(streamChart(stream)).data;
    expect([delta!.name, jitter!.name, lost!.name]).toEqual(["delta", "jitter", "lost (72)"]);
    expect(delta!.x).toHaveLength(3600);
    expect([delta!.y[0], delta!.y[1], delta!.customdata![1], delta!.x[1]]).toEqual([null, 20.841, 102, 5.02]);
    expect([lost!.x.length, lost!.customdata![0], lost!.x[0]]).toEqual([72, 1, 5.98]);
  });

  test("the caption and the text say the numbers", () => {
    const said = "3,600 packets, 72 lost; delta up to 21.00 ms; jitter 2.03 ms on average, up to 3.00 ms.";
    const bundle = streamChart(stream);
    expect(bundle["text/plain"]).toContain(said);
    expect(bundle["text/html"]).toContain(`<figcaption>${said}</figcaption>`);
    setLanguage("fr");
    expect(streamChart(stream)["text/plain"]).toContain(
      "3\u202f600 paquets, 72 perdus ; delta jusqu’à 21,00 ms",
    );
    expect(figure(streamChart(stream)).layout.separators).toBe(",\u202f");
  });

  test("twenty minutes stay below 150 kB, keep their extremes and say what is drawn", () => {
    const long = Array.from({ length: 60_000 }, (_, i) => ({
      ...points[i % 3600]!,
      frame: i,
      time: i * 0.02,
    }));
    long[43_210] = { ...long[43_210]!, delta: 987.654 };
    const bundle = streamChart({ points: long });
    const [delta] = figure(bundle).data;
    expect(JSON.stringify(figure(bundle)).length).toBeLessThan(150_000);
    expect(delta!.y).toContain(987.65);
    expect(delta!.customdata![delta!.y.indexOf(987.65)]).toBe(43_210);
    expect(bundle["text/html"]).toMatch(/[67],\d{3} of 121,200 points are drawn/);
  });

  test("a stream of no packet, and of one", () => {
    for (const list of [[], points.slice(0, 1)]) {
      const bundle = streamChart({ points: list });
      expect(pictureOf(bundle)).not.toMatch(/NaN|Infinity|undefined/);
      expect(JSON.stringify(figure(bundle))).not.toContain("Infinity");
    }
  });
});

describe("the picture", () => {
  test("is drawn without a library and stands alone", () => {
    const svg = pictureOf(streamChart(stream));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="860" height="340"/);
    expect(svg).toContain("<title>user3 → server</title>");
    for (const word of ["delta", "jitter", "lost (72)", "time (s)", "milliseconds"])
      expect(svg).toContain(`>${word}</text>`);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|\shref=/);
    expect(svg).toContain("prefers-color-scheme:dark");
    expect(svg.length).toBeLessThan(100_000);
  });

  test("says what it shows to those who do not see it", () => {
    expect(streamChart(stream)["text/html"]).toMatch(
      /<img [^>]*alt="user3 → server: 3,600 packets, 72 lost;[^"]*"/,
    );
  });
});

test("a waveform draws the extremes of each stretch, a lane a speaker", () => {
  const samples = Int16Array.from({ length: 576_000 }, (_, i) =>
    i === 300_000 ? 32_767 : i === 300_001 ? -32_768 : 100,
  );
  const channels = [
    { label: "user1", samples },
    { label: "user3", samples: Float32Array.of(0, 0.5, -0.5, 0) },
  ];
  const bundle = waveform({ channels, rate: 8000 });
  const { data, layout } = figure(bundle);
  expect(data).toHaveLength(4);
  expect(Math.max(...(data[1]!.y as number[]))).toBe(1);
  expect(Math.min(...(data[0]!.y as number[]))).toBe(-1);
  expect(data[1]!.x[Math.round((300_000 / 576_000) * 900 - 0.5)]).toBeCloseTo(37.5, 0);
  expect((layout.yaxis as { ticktext: string[] }).ticktext).toEqual(["user1", "user3"]);
  expect(bundle["text/plain"]).toContain("72 s at 8,000 Hz: 576,000 samples a speaker.");
  expect(JSON.stringify(figure(bundle)).length).toBeLessThan(150_000);
});

test("activity is a bar for each time that somebody speaks", () => {
  const speakers = [
    {
      label: "user1",
      talks: [
        { start: 0, stop: 2 },
        { start: 5, stop: 6 },
      ],
    },
    { label: "user3", talks: [{ start: 2.5, stop: 4.5 }] },
  ];
  const bundle = activity({ speakers, seconds: 10 });
  expect(bundle["text/plain"]).toBe("who spoke when\n  user1 spoke 3 s (30 %)\n  user3 spoke 2 s (20 %)");
  expect(figure(bundle).data.map(({ type, x }) => [type, x])).toEqual([
    ["bar", [1, 5.5]],
    ["bar", [3.5]],
  ]);
  expect(figure(bundle).data[0]!.hovertext![1]).toBe("user1<br>5.00 s to 6.00 s<br>1 s");
});

test("lines, points and bars", () => {
  const lines = lineChart({
    title: "t",
    series: [
      { name: "a", y: [1, 2] },
      { name: "b", x: [5, 6], y: [3, Number.NaN] },
    ],
  });
  expect(figure(lines).data.map(({ name, x, y }) => [name, x, y])).toEqual([
    ["a", [0, 1], [1, 2]],
    ["b", [5, 6], [3, null]],
  ]);
  expect(figure(scatterChart({ title: "t", series: [{ name: "a", y: [1, 2] }] })).data[0]).toMatchObject({
    mode: "markers",
  });
  const bars = barChart({
    title: "frames",
    bars: [
      { label: "RTP", value: 7268 },
      { label: "SIP", value: 45 },
    ],
  });
  expect(bars["text/plain"]).toBe("frames\nRTP  7,268\nSIP     45");
  expect(figure(bars).data[0]).toMatchObject({ type: "bar", base: [0, 0], y: [7268, 45] });
});

test("only trace types of the smallest plotly.js distribution", () => {
  const bundles = [streamChart(stream), barChart({ title: "t", bars: [{ label: "a", value: 1 }] })];
  for (const { type } of bundles.flatMap((bundle) => figure(bundle).data))
    expect(["scatter", "bar"]).toContain(type);
});
