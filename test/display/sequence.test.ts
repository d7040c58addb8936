import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextMark } from "../../src/display/chart/model.js";
import { sequence } from "../../src/display/index.js";
import { sequenceChart } from "../../src/display/sequence/chart.js";
import type { SequenceMessage, SequenceOptions } from "../../src/display/sequence/model.js";
import { pixelWidth } from "../../src/display/width.js";

/** The call of notebooks/captures/01-call-100-to-300.pcapng, frames and times as tshark 4.0.17 prints them. */
const [user1, server, user3] = ["192.168.187.10", "192.168.187.12", "192.168.187.51"];
const message = (frame: number, time: number, from: string, to: string, label: string): SequenceMessage => ({
  ...{ frame, time, from, to, label, detail: `${label}\r\nCall-ID: 943e3dfc` },
  kind: /^\d/.test(label) ? "response" : "request",
});
const call: SequenceOptions = {
  title: "call",
  actors: [
    { id: user1, label: "user1", address: "192.168.187.10:5060" },
    { id: server, label: "Asterisk", address: "192.168.187.12:5060" },
    { id: user3, label: "user3", address: "192.168.187.51:5060" },
  ],
  messages: [
    { ...message(33, 26.837616, user1, server, "INVITE"), phase: "set-up" },
    message(35, 26.838479, server, user3, "INVITE"),
    message(37, 26.865549, user3, server, "180 Ringing"),
    message(38, 26.865923, server, user1, "180 Ringing"),
    message(40, 29.884983, user3, server, "200 Ok"),
    message(42, 29.885808, server, user1, "200 OK"),
    { ...message(14689, 102.435265, user1, server, "BYE"), phase: "hanging up" },
    { ...message(14690, 102.935265, user1, server, "BYE"), kind: "retransmission", phase: "hanging up" },
  ],
  bands: [
    {
      from: user1,
      to: server,
      start: 29.9,
      stop: 102.4,
      label: "G.711 µ-law",
      detail: "3,632 → · ← 3,640 packets",
    },
    { from: server, to: user3, start: 29.91, stop: 102.41, label: "G.711 µ-law" },
  ],
};

const marksOf = (options: SequenceOptions) => sequenceChart(options, "").marks;
const textsOf = (options: SequenceOptions) =>
  marksOf(options).filter((mark): mark is TextMark => mark.mark === "text");
const arrowsOf = (options: SequenceOptions) =>
  marksOf(options).flatMap((mark) => (mark.mark === "arrow" ? mark : []));

test("plain text is a ladder in order of time", () => {
  expect(sequence({ ...call, bands: call.bands!.slice(0, 1) })["text/plain"]).toBe(
    [
      "call: 8 messages between 3 parties in 76.1 s.",
      "",
      "frame    time (s)",
      "   33   26.837616  user1     ──▶  Asterisk  INVITE",
      "   35   26.838479  Asterisk  ──▶  user3     INVITE",
      "   37   26.865549  user3     ╌╌▶  Asterisk  180 Ringing",
      "   38   26.865923  Asterisk  ╌╌▶  user1     180 Ringing",
      "   40   29.884983  user3     ╌╌▶  Asterisk  200 Ok",
      "   42   29.885808  Asterisk  ╌╌▶  user1     200 OK",
      "        29.900000  user1     ◀═▶  Asterisk  G.711 µ-law  3,632 → · ← 3,640 packets",
      "14689  102.435265  user1     ──▶  Asterisk  BYE",
      "14690  102.935265  user1     ··▶  Asterisk  BYE",
    ].join("\n"),
  );
});

describe("the plot", () => {
  test("has an arrow a message, from its sender to its receiver", () => {
    const columns = Object.fromEntries(
      textsOf(call).flatMap(({ text, x }) => (/^192/.test(text) ? [[text.replace(":5060", ""), x]] : [])),
    );
    const ends = arrowsOf(call).map(({ points }) => [points[0]![0], points.at(-1)![0]]);
    expect(ends).toEqual(call.messages.map(({ from, to }) => [columns[from], columns[to]]));
    expect(columns[user1]).toBeLessThan(columns[server]);
    expect(columns[server]).toBeLessThan(columns[user3]);
  });

  test("tells requests, responses and repetitions apart without colour", () => {
    const looks = arrowsOf(call).map(({ dash, head }) => `${dash} ${head}`);
    expect([looks[0], looks[2], looks[7]]).toEqual(["solid full", "dash open", "dot full"]);
    expect(textsOf(call).map(({ text }) => text)).toContain("↻ BYE");
  });

  test("gives a transaction one colour", () => {
    const messages = call.messages.map((one, i) => ({ ...one, transaction: i % 2 ? "a" : "b" }));
    const colours = arrowsOf({ ...call, messages }).map(({ colour }) => colour);
    expect(new Set(colours.filter((_, i) => i % 2)).size).toBe(1);
    expect(colours[0]).not.toBe(colours[1]);
  });

  test("says the frame, the time and the message's first lines on hovering", () => {
    expect(arrowsOf(call)[0]!.hover).toEqual([
      "frame 33 · 26.837616 s · INVITE",
      "INVITE",
      "Call-ID: 943e3dfc",
    ]);
  });

  test("names a phase once, above its first message", () => {
    const names = textsOf(call).filter(({ text }) => text === "hanging up");
    expect(names).toHaveLength(1);
    const byes = arrowsOf(call).slice(-2);
    expect(names[0]!.y).toBeLessThan(byes[0]!.points[0]![1]);
  });

  test("puts media that run beside each other into one row, down to where they stop", () => {
    const bands = marksOf(call).flatMap((mark) =>
      mark.mark === "boxes" && mark.colour === "teal" ? mark.boxes : [],
    );
    expect(bands).toHaveLength(2);
    expect(bands[0]!.y0).toBe(bands[1]!.y0);
    const bye = arrowsOf(call)[6]!.points[0]![1];
    const ok = arrowsOf(call)[5]!.points[0]![1];
    expect(bands[0]!.y0).toBeGreaterThan(ok);
    expect(bands[0]!.y1).toBeLessThan(bye);
    const during = { ...call, bands: [{ ...call.bands![0]!, start: 26.84 }] };
    const long = marksOf(during).flatMap((mark) =>
      mark.mark === "boxes" && mark.colour === "teal" ? mark.boxes : [],
    );
    expect(long[0]!.y1 - long[0]!.y0).toBeGreaterThan(4 * 30);
  });

  test("drawn to the scale of time, gives pauses room", () => {
    const lines = (scale: "rows" | "time") =>
      arrowsOf({ ...call, bands: [], scale }).map(({ points }) => points[0]![1]);
    const [rows, time] = [lines("rows"), lines("time")];
    expect(time[1]! - time[0]!).toBe(rows[1]! - rows[0]!);
    expect(time[6]! - time[5]!).toBeGreaterThan(700);
  });
});

test("text never overlaps, from no message to 60", () => {
  const actors = ["a", "b", "c", "d"];
  const messages = fc.array(
    fc.record({
      frame: fc.nat(99_999),
      time: fc.double({ min: 0, max: 1000, noNaN: true }),
      from: fc.constantFrom(...actors),
      to: fc.constantFrom(...actors),
      label: fc.string({ minLength: 1, maxLength: 60 }),
      kind: fc.constantFrom("request" as const, "response" as const, "retransmission" as const),
    }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(messages, fc.constantFrom("rows" as const, "time" as const), (list, scale) => {
      const options = {
        actors: actors.map((id) => ({ id, label: id, address: "10.0.0.1:5060" })),
        messages: list,
        scale,
      };
      const { width, height } = sequenceChart(options, "");
      const boxes = textsOf(options).map(({ x, y, text, size = 12, style, align }) => {
        const half = pixelWidth(text, size, style) / 2;
        const middle = align === "right" ? x - half : align === "middle" ? x : x + half;
        return { left: middle - half, right: middle + half, top: y - size / 2, bottom: y + size / 2, text };
      });
      for (const [i, a] of boxes.entries()) {
        expect(a.left >= 0 && a.right <= width + 1 && a.top >= 0 && a.bottom <= height).toBe(true);
        for (const b of boxes.slice(i + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          if (!apart) expect.fail(`${JSON.stringify(a)} and ${JSON.stringify(b)} overlap`);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test("too many messages are cut, and counted", () => {
  const messages = Array.from({ length: 5000 }, (_, i) => message(i, i, user1, server, "OPTIONS"));
  const bundle = sequence({ ...call, messages });
  expect((bundle["text/html"] as string).length).toBeLessThan(700_000);
  expect(bundle["text/plain"]).toContain("5,000 messages between 3 parties");
  expect(bundle["text/plain"]).toContain("… and 4,700 more");
});

test("nobody and nothing can be drawn too", () => {
  expect(sequence({ actors: [], messages: [] })["text/html"]).not.toMatch(/NaN|Infinity/);
  expect(arrowsOf({ ...call, actors: [] })).toHaveLength(8);
});
