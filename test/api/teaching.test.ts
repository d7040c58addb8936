import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Capture, fourDigits, jupyterDisplay, setLanguage } from "../../src/core.js";
import { lesson, report as openReport } from "./lesson.js";

type Shown = { [jupyterDisplay](): unknown };
const bundle = (shown: Shown) => shown[jupyterDisplay]() as Record<string, unknown>;
const plain = (shown: Shown) => String(bundle(shown)["text/plain"]);

let capture: Capture;
let report: Capture;
beforeAll(async () => {
  capture = await lesson();
  report = await openReport();
});
afterEach(() => setLanguage("en"));

describe("the digest workbench", () => {
  it("does the sum step by step, for a right and a wrong secret (openssl md5)", () => {
    const text = plain(capture.registrations[3]!.digest!.workbench("1234", "0000"));
    // printf user3:asterisk:1234 | openssl md5, printf REGISTER:sip:192.168.187.12 | openssl md5
    expect(text).toContain("163bbcb8f228144482ce82dfdf4341fb");
    expect(text).toContain("b588d857989aa863a8e40d589e03356d");
    expect(text).toMatch(/the same\s+yes\s+no/);
  });

  it("finds four digits, and says what that means", () => {
    const found = report.calls[0]!.digest!.search();
    expect([found.secret, found.tried]).toEqual(["1234", 1235]);
    const text = plain(found);
    expect(text).toContain("8 letters and digits   2.2 × 10¹⁴ secrets: 692 years, if 10,000 took a second");
    expect(report.digests.map(({ frame, method, username }) => [frame, method, username])).toEqual([
      [18, "INVITE", "user1"],
    ]);
  });

  it("says so when nothing fits", () => {
    const digest = capture.digests[0]!;
    const { secret, tried } = digest.search(["a", "b"]);
    expect([secret, tried]).toEqual([undefined, 2]);
    expect(plain(digest.search([]))).toContain("none of those tried");
    expect([...fourDigits()].length).toBe(10_000);
    expect(capture.registrations[0]!.digest!.frame).toBe(3);
    expect(report.registrations[0]!.digest).toBeUndefined();
  });
});

describe("what a call agreed on", () => {
  it("is what stands in offer and answer", () => {
    const [first, second] = capture.calls;
    expect(first!.agreements.map(({ offer, answer, codecs }) => [offer, answer, codecs])).toEqual([
      [33, 42, ["PCMU/8000"]],
    ]);
    const [leg] = second!.agreements;
    expect([leg!.callerReceives, leg!.calleeReceives]).toEqual([
      "192.168.187.12:17924",
      "192.168.187.51:7078",
    ]);
    expect([leg!.accepted, leg!.callerSends, leg!.calleeSends, leg!.encrypted]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("changes with another offer", () => {
    const rows = report.calls[0]!.agreements.map(({ offer, media, accepted }) => [offer, media, accepted]);
    expect(rows).toEqual([
      [18, "audio", true],
      [18, "video", true],
      [40, "audio", true],
      [40, "video", false],
    ]);
    setLanguage("fr");
    expect(plain(report.calls[0]!.agreements)).toContain("Codecs convenus");
  });
});

describe("a row of the packet list", () => {
  it("is read column by column, as the report reads frame 9", () => {
    setLanguage("fr");
    const text = plain(report.frame(9).row());
    expect(text).toMatch(/N°\s+9\s+le rang de la trame/);
    expect(text).toMatch(/Temps\s+1\.762831/);
    expect(text).toMatch(/Source\s+192\.168\.187\.51\s+qui l’envoie : user3/);
    expect(text).toMatch(/Destination\s+192\.168\.187\.12\s+à qui : le serveur/);
    expect(text).toMatch(/Longueur\s+916/);
  });
});

describe("a conversation", () => {
  it("is shared out between both sides, both at once, and silence", () => {
    const { caller, callee, both, silence, duration, turns } = capture.calls[0]!.talk;
    expect(caller + callee - both + silence).toBeCloseTo(duration, 6);
    expect(duration).toBeGreaterThan(72);
    // what the script of the conversation has: 15 sentences, in turn
    expect(turns).toBeGreaterThanOrEqual(15);
    expect(both).toBeLessThan(2);
    expect(plain(capture.calls[0]!.talk.timeline())).toMatch(/both at once: \d+\.\d s \(\d+ %\)/);
    expect(plain(capture.calls[0]!.talk)).toMatch(/silence\s+\d+\.\d s \(\d+ %\)/);
  });

  it("is only one of the spans between the call's moments", () => {
    expect(plain(report.calls[0]!.progress.timeline())).toBe(
      "the moments of the call\n  post-dial delay: 493 ms\n  ring time: 3.23 s\n  talk time: 62.4 s",
    );
  });

  it("is drawn as a spectrogram, live and as a picture, within bounds", () => {
    const shown = bundle(capture.calls[0]!.spectrogram());
    const { layout } = shown["application/vnd.plotly.v1+json"] as {
      layout: { images: { source: string }[] };
    };
    expect(layout.images.length).toBe(2);
    const svg = atob(layout.images[0]!.source.split(",")[1]!);
    expect(svg).toMatch(/^<svg .*stroke-opacity="1"/s);
    expect(String(shown["text/html"]).length).toBeLessThan(1_500_000);
    expect(shown["text/plain"]).toContain("the darker, the louder, from -80 to -24 dBFS");
  });
});

describe("a jitter buffer", () => {
  it("drops less, the more it holds", () => {
    const trials = capture.calls[0]!.streams[0]!.jitterBuffer();
    const shares = trials.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(trials.at(-1)).toEqual({ buffer: 200, dropped: 0, share: 0 });
    expect(plain(trials)).toContain("Packets dropped");
    expect(plain(trials.chart())).toContain("200\u00a0ms      0   0.0\u00a0%");
  });

  it("drops less, the more it holds, of a voice whose first packet came early", () => {
    const caller = report.calls[0]!.streams.find(({ speaker }) => speaker === "caller")!;
    const dropped = caller.jitterBuffer([2, 5, 10]).map((trial) => trial.dropped);
    expect(dropped).toEqual([3111, 1834, 0]);
  });
});
