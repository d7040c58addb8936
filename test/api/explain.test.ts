import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { statusMeaning } from "../../src/api/explain/statuses.js";
import { type Capture, explain, jupyterDisplay, openCapture, setLanguage } from "../../src/core.js";
import { captureOf, dialog, sip } from "../voip/story.js";
import { lesson, report as openReport } from "./lesson.js";

afterEach(() => setLanguage("en"));

/** Read sentence by sentence against the packet details when they were written. */
const goldens = ["explain.txt", "explain-report.txt"].flatMap((file) =>
  readFileSync(new URL(file, import.meta.url), "utf8")
    .trimEnd()
    .split("\n\n")
    .map((text) => ({
      text,
      language: text.startsWith("trame") ? ("fr" as const) : ("en" as const),
      frame: Number(/\d+/.exec(text)![0]),
      of: file === "explain.txt" ? "the recorded call" : "the report",
    })),
);

describe("a frame in plain words", () => {
  let capture: Capture;
  let report: Capture;
  beforeAll(async () => {
    capture = await lesson();
    report = await openReport();
  });

  it.each(goldens)("is told in $language: frame $frame of $of", ({ text, language, frame, of }) => {
    setLanguage(language);
    expect(String(explain((of === "the report" ? report : capture).frame(frame)))).toBe(text);
  });

  it("is shown as HTML, Markdown and text, with the frames and the section that it names", () => {
    const told = capture.frame(31).explain();
    expect(told.frames).toEqual([30, 32, 33]);
    expect(told.reference).toBe("RFC 3261 §21.4.2");
    const bundle = told[jupyterDisplay]() as Record<string, string>;
    expect(bundle["text/html"]).toContain("frame.number in {30, 32..33}");
    expect(bundle["text/markdown"]).toContain("nonce “77412d1d”");
  });
});

describe("what became of a request", () => {
  const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
  const told = async (script: string, frame: number) =>
    (await openCapture(captureOf(dialog(parties, script)))).frame(frame).explain().text;
  const challenge = '| WWW-Authenticate: Digest realm="r", nonce="n"';

  it("says that a phone repeats itself without credentials", async () => {
    const script = `0 → REGISTER 1\n0.1 ← 401 REGISTER 1 ${challenge}\n1 → REGISTER 1\n1.1 ← 401 REGISTER 1 ${challenge}`;
    expect(await told(script, 2)).toContain("it came in frame 3, but without them");
    expect(await told(script, 3)).toContain("It is frame 1 sent again");
    expect(await told(script, 3)).toContain("The answer of frame 2 did not help");
    expect(await told("0 → OPTIONS 1\n0.5 → OPTIONS 1", 2)).toContain("until it has an answer");
    expect(await told(script, 4)).toContain("It repeats the answer of frame 2");
    expect(await told(script, 3)).toContain("came in frame 4");
    expect(await told(script, 4)).toContain("REGISTER of frame 3");
    expect(await told(script, 4)).toContain("it is not in this capture");
  });

  it("says what does not come", async () => {
    expect(await told("0 → INVITE 1", 1)).toContain("An answer should come next; none is in this capture.");
    expect(await told("0 → INVITE 1\n1 ← 200 INVITE 1", 2)).toContain("An ACK should come next; none");
    expect(await told("0 → INVITE 1\n1 ← 180 INVITE 1", 2)).toContain(
      "A final answer should come next; none",
    );
    expect(await told("0 ← 200 INVITE 1", 1)).toContain("INVITE, a request that is not in this capture");
  });

  it("tells a CANCEL, what it answers and the 487 that follows", async () => {
    const script =
      "0 → INVITE 1\n0.1 ← 180 INVITE 1\n2 → CANCEL 1\n2.1 ← 200 CANCEL 1\n2.2 ← 487 INVITE 1\n2.3 → ACK 1";
    expect(await told(script, 3)).toContain("gives up the INVITE of frame 1");
    expect(await told(script, 4)).toContain("CANCEL of frame 3");
    expect(await told(script, 5)).toContain("The ACK that must come next is in frame 6");
    expect(await told(script, 6)).toContain("the 487 of frame 5: this closes the transaction, not a call");
    expect(await told(script, 2)).toContain("The last word came in frame 5");
  });

  it("tells key presses from voice, and what is late, twice there or missing", async () => {
    const packet = (sequence: number, timestamp: number, event?: string) => {
      const head = [0x80, event ? 0x80 + 101 : 0, sequence >> 8, sequence & 255];
      const rest = [0, 0, timestamp >> 8, timestamp & 255, 0, 0, 0, 7];
      const body = event ? [Number(event), 0x0a, 0, 160] : new Array<number>(160).fill(0xff);
      return new Uint8Array([...head, ...rest, ...body]);
    };
    const numbers = [1, 2, 5, 4, 5].map((sequence) => packet(sequence, 160 * sequence));
    const payloads = [...numbers, packet(6, 960, "4")];
    const talk = dialog(parties, "0 → INVITE 1 audio=4000\n0.1 ← 200 INVITE 1 audio=5000\n0.2 → ACK 1");
    const media = payloads.map((payload, i) => ({
      time: 1 + i / 50,
      from: "10.0.0.10:4000",
      to: "10.0.0.12:5000",
      payload,
    }));
    const capture = await openCapture(captureOf([...talk, ...media]));
    const text = (frame: number) => capture.frame(frame).explain().text;
    expect(text(4)).toContain("Its stream begins here: sequence number 1, timestamp 160");
    expect(text(5)).toContain("sequence number +1, timestamp +160 (20 ms)");
    expect(text(6)).toContain("2 packets of the numbering are not there in between");
    expect(text(7)).toContain("It comes late");
    expect(text(8)).toContain("sequence number +1");
    expect(text(9)).toContain("Key 4 of the keypad");
    expect(text(9)).toContain("A key press in the stream of the caller’s voice in call 1");
    expect(text(9)).toContain("Its marker bit says: a key press begins here. It is the last");
  });

  it("has words for every status of RFC 3261 that it names, in both languages", () => {
    const meanings = (language: "en" | "fr") => {
      setLanguage(language);
      return Array.from({ length: 600 }, (_, i) => [i + 100, statusMeaning(i + 100) !== undefined]);
    };
    expect(meanings("fr")).toEqual(meanings("en"));
    setLanguage("fr");
    expect(statusMeaning(486)).toBe("« occupé ici »");
  });

  it("tells who asks by STUN how it is seen, and what the answer says", async () => {
    const capture = await lesson();
    const text = (frame: number) => capture.frame(frame).explain();
    expect(text(46).text).toContain("“under which address and port do you see me?”");
    expect(text(46).text).toContain("The answer came in frame 50, ");
    expect(text(46).text).toContain("later: 192.168.187.51:7078.");
    expect(text(50).text).toContain(", who asked in frame 46, ");
    expect(text(50).text).toContain("“I see you as 192.168.187.51:7078”");
    expect([text(46).frames, text(50).frames, text(46).reference]).toEqual([[50], [46], "RFC 8489 §7"]);
    expect(text(49).reference).toBe("RFC 3489 §9");
    setLanguage("fr");
    expect(text(50).text).toContain("qui a demandé à la trame 46");
    expect(text(50).text).toContain("je te vois sous 192.168.187.51:7078");
  });

  it("takes any method and any code", async () => {
    const message = "FROBNICATE sip:x@10.0.0.12 SIP/2.0\nVia: x\nCSeq: 1 FROBNICATE";
    const capture = await openCapture(captureOf([sip(0, "10.0.0.10", "10.0.0.12", message)]));
    expect(capture.frame(1).explain().text).toContain("sends 10.0.0.12 the request FROBNICATE");
    expect(await told("0 → INVITE 1\n1 ← 499 INVITE 1", 2)).toContain("It refuses: the request is at fault.");
  });
});
