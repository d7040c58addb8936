import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { openCapture } from "../../src/core.js";
import { CAPTURE } from "../goldens/goldens.js";
import { captureOf, dialog, voice } from "../voip/story.js";
import { type Bundle, browserBundle, page } from "./browser.js";

const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
const pcap = captureOf(
  dialog(
    parties,
    "0 → INVITE 1 audio=4000\n1 ← 200 INVITE 1 audio=5000\n1.1 → ACK 1\n9 → BYE 2\n9.1 ← 200 BYE 2",
  ),
  voice(3, "10.0.0.10:4000", "10.0.0.12:5000"),
  voice(3.01, "10.0.0.12:5000", "10.0.0.10:4000", { ssrc: 7 }),
);

/** What is compared: the same script in a page and here. */
const TELL = `(capture) => JSON.stringify({
  facts: [capture.facts.format, capture.facts.compressed, capture.duration, capture.frames.length, capture.warnings],
  frames: capture.frames.slice(0, 60).map(({ timeText, source, destination, protocol, length, info }) =>
    [timeText, source, destination, protocol, length, info]),
  calls: capture.calls.map(({ callId, start, stop, from, to, state, comments, packets, frames, ending }) =>
    [callId, start, stop, from, to, state, comments, packets, frames, ending.how, ending.by, ending.frames]),
  streams: capture.streams.map(({ source, destination, ssrc, payload, packets, lost, delta, jitter, speaker }) =>
    [source, destination, ssrc, payload, packets, lost, delta, jitter, speaker]),
  registrations: capture.registrations.map(({ client, outcome, frames, expires }) => [client, outcome, frames, expires]),
  wav: capture.calls.map((call) => call.recording().wav().reduce((sum, byte) => (31 * sum + byte) | 0, 0)),
})`;
const tell = new Function(`return ${TELL}`)() as (capture: unknown) => string;

describe("the library in a browser", () => {
  let bundle: Bundle;
  beforeAll(async () => {
    bundle = await browserBundle();
  });

  it("asks for nothing of Node's", () => {
    const inputs = Object.entries(bundle.metafile.inputs);
    const paths = inputs.flatMap(([, { imports }]) => imports.map(({ path }) => path));
    expect(paths.filter((path) => path.startsWith("node:"))).toEqual([]);
    expect(bundle.code).not.toMatch(/\brequire\("/);
    const asking = inputs
      .filter(([, { imports: all }]) =>
        all.some(({ original }) => /^(?:node:|fs$|util$|events$)/.test(original ?? "")),
      )
      .map(([path]) => path);
    expect(asking.filter((path) => path.startsWith("src/"))).toEqual([]);
    expect(asking.some((path) => path.includes("node_modules/pcap-parser/"))).toBe(true);
  });

  it("finds nothing of Node's in the page", () => {
    const names = ["process", "Buffer", "require", "module", "setImmediate", "global"];
    expect(names.map((name) => page()(`typeof ${name}`))).toEqual(names.map(() => "undefined"));
  });

  it.each([
    ["a pcapng", () => readFileSync(CAPTURE)],
    ["a pcap", () => pcap],
    ["a gzip", () => gzipSync(pcap)],
  ])("opens %s and says the same as in Node", async (_name, bytes) => {
    const run = page({ bytes: bytes() });
    run(bundle.code);
    const told = await (run(`voiplab.openCapture(new Uint8Array(bytes)).then(${TELL})`) as Promise<string>);
    expect(JSON.parse(told)).toEqual(JSON.parse(tell(await openCapture(new Uint8Array(bytes())))));
    expect(JSON.parse(told).calls.length).toBeGreaterThan(0);
  });

  it("shows a player and charts", async () => {
    const run = page({ bytes: pcap });
    run(bundle.code);
    const shown = (await run(`voiplab.openCapture(new Uint8Array(bytes)).then((capture) => {
      voiplab.setLanguage("fr");
      const show = (view) => view[voiplab.jupyterDisplay]();
      const [call] = capture.calls;
      return JSON.stringify([call.player(), call.waveform(), call.activity(), call.sequence(),
        capture.streams[0].jitterChart(), capture.frames, capture.frame(1)].map(show));
    })`)) as string;
    const [player, ...charts] = JSON.parse(shown) as Record<string, string>[];
    expect(player!["text/html"]).toContain('src="data:audio/wav;base64,UklGR');
    expect(player!["text/plain"]).toContain("stéréo");
    for (const chart of charts.slice(0, 4)) {
      expect(Object.keys(chart)).toEqual(["application/vnd.plotly.v1+json", "text/html", "text/plain"]);
      expect(chart["text/html"]).toContain("data:image/svg+xml;base64,");
    }
    expect(charts[5]!["text/plain"]).toMatch(/^trame 1\u00a0: \d+ octets/);
  });

  it("opens a File, and refuses a path, which a page has not", async () => {
    const run = page({ bytes: pcap });
    run(bundle.code);
    expect(await run(`voiplab.openCapture(new File([bytes], "call.pcap")).then(({ name }) => name)`)).toBe(
      "call.pcap",
    );
    expect(await run(`voiplab.openCapture("call.pcap").catch(({ message }) => message)`)).toMatch(
      /^openCapture: string given, expected bytes/,
    );
  });
});
