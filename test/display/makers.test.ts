import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as display from "../../src/display/index.js";
import { hostile } from "./hostile.js";
import { expectSafe, expectSafeMarkup } from "./safety.js";

const bytes = new Uint8Array([0, 60, 62, 34, 255]);

/** Every maker of a bundle, with the same text from the wire in all its places. */
const makers: Record<string, (wire: string) => display.MimeBundle> = {
  table: (wire) =>
    display.table({
      caption: wire,
      columns: [
        { key: "a", label: wire, title: wire, kind: "address" },
        { key: "b", kind: "text" },
        { key: "c", kind: "number" },
      ],
      rows: [{ a: wire, b: [wire, wire], c: wire }, { [wire]: wire }],
      frameOf: () => [1, 2],
      filterOf: () => wire,
      highlight: () => "bad",
    }),
  "table of its own columns": (wire) => display.table({ rows: [{ [wire]: wire }] }),
  facts: (wire) => display.facts({ title: wire, facts: [{ label: wire, value: wire, frames: [1] }] }),
  progressBar: (wire) => display.progressBar({ label: wire, done: 1, total: 2, unit: "MB" }),
  paragraph: (wire) => display.paragraph({ title: wire, text: wire, frames: [1], source: wire }),
  note: (wire) => display.note({ text: wire, kind: "warning" }),
  sequence: (wire) =>
    display.sequence({
      title: wire,
      actors: [{ id: "a", label: wire, address: wire }],
      messages: [
        {
          frame: 1,
          time: 0,
          from: "a",
          to: wire,
          label: wire,
          kind: "request",
          detail: `${wire}\r\n${wire}`,
          phase: wire,
        },
        { frame: 2, time: 1, from: "a", to: "a", label: wire, kind: "retransmission", transaction: wire },
      ],
      bands: [{ from: wire, to: "a", start: 0, stop: 1, label: wire, detail: wire }],
    }),
  streamChart: (wire) =>
    display.streamChart({ title: wire, points: [{ frame: 1, time: 0, delta: 20, jitter: 0 }] }),
  bufferChart: (wire) =>
    display.bufferChart({ title: wire, points: [{ frame: 1, time: 0, late: 3 }], sizes: [2, 5] }),
  waveform: (wire) =>
    display.waveform({ title: wire, rate: 8000, channels: [{ label: wire, samples: new Int16Array(9) }] }),
  spectrogram: (wire) =>
    display.spectrogram({
      title: wire,
      lanes: [{ label: wire, columns: 2, rows: 2, seconds: 1, hertz: 2000, level: new Float32Array(4) }],
    }),
  timeline: (wire) =>
    display.timeline({
      title: wire,
      to: 2,
      lanes: [{ label: wire, spans: [{ start: 0, stop: 1 }], summary: wire }],
    }),
  activity: (wire) =>
    display.activity({
      title: wire,
      seconds: 2,
      speakers: [{ label: wire, talks: [{ start: 0, stop: 1 }] }],
    }),
  lineChart: (wire) =>
    display.lineChart({
      title: wire,
      xLabel: wire,
      yLabel: wire,
      series: [wire, wire].map((name) => ({ name, y: [1, 2] })),
    }),
  scatterChart: (wire) => display.scatterChart({ title: wire, series: [{ name: wire, y: [1, 2] }] }),
  barChart: (wire) => display.barChart({ title: wire, yLabel: wire, bars: [{ label: wire, value: 1 }] }),
  player: (wire) =>
    display.player({
      title: wire,
      wav: bytes,
      fileName: wire,
      seconds: 1,
      rate: 8000,
      channels: 1,
      codec: wire,
      lost: 0,
      waves: [{ label: wire, samples: new Int16Array(9) }],
    }),
  packetDetails: (wire) => {
    const field = { name: wire, label: wire, value: wire, start: 0, end: 2 };
    const layer = { name: wire, label: wire, start: 0, end: 5, fields: [{ ...field, children: [field] }] };
    return display.packetDetails({ number: 1, layers: [layer], bytes });
  },
  markdown: (wire) => display.markdown`caller: **${wire}**`,
};

describe.each(Object.keys(makers))("%s", (name) => {
  test("shows any text without letting it act", () => {
    fc.assert(
      fc.property(hostile, (wire) => expectSafe(makers[name]!(wire))),
      { numRuns: 25 },
    );
  });

  test("always says in plain text what it shows", () => {
    expect(makers[name]!("plain <words>")["text/plain"]).toContain("plain <words>");
  });
});

test("every maker that the folder exports is among them", () => {
  const others =
    /^(?:set|html$|Html$|jupyterDisplay$|visibleLine$|labelled$|cut$|clock$|duration$|number$|frameReference$|packetText$|.*Behaviour$|.*Library)/;
  const exported = Object.keys(display).filter((name) => !others.test(name));
  expect(Object.keys(makers)).toEqual(expect.arrayContaining(exported));
});

test("Markdown of ours keeps its meaning, the values lose theirs", () => {
  const source = display.markdown`**${"*x* [a](javascript:1) <b> `c` $y$"}**`["text/markdown"] as string;
  expect(source.slice(2, -2)).not.toMatch(/[*_[\]()<>`$\\:]/);
  expect(source).toMatch(/^\*\*.*\*\*$/);
});

test("the check itself sees an attribute and a tag that were let in", () => {
  expect(() => expectSafeMarkup('<p title="a" onclick="x">b</p>')).toThrow();
  expect(() => expectSafeMarkup("<p>a<b</p>")).toThrow();
  expect(() => expectSafeMarkup('<a href="javascript:x">b</a>')).toThrow();
});
