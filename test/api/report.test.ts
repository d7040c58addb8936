import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Capture, jupyterDisplay, openCapture, readDialplan, setLanguage } from "../../src/core.js";
import { captureOf, dialog } from "../voip/story.js";

const file = (path: string) => readFileSync(new URL(`../../notebooks/${path}`, import.meta.url));
const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };

afterEach(() => setLanguage("en"));

/** The report's capture has the caller's side of the call alone; frames and times are those that the report prints. */
describe("a call of which one side was captured", () => {
  let capture: Capture;
  beforeAll(async () => {
    capture = await openCapture(file("captures/trame-asterisk.pcapng"));
  });
  const plan = readDialplan("[local]\nexten => 300,1,Dial(SIP/user3,8)\nexten => 300,2,VoiceMail(300)");
  const told = (call: Capture["calls"][number], other = plan) =>
    call
      .against(other)
      .map(({ step, captured, agrees, frames }) => [step?.line ?? 0, captured, agrees, ...frames]);

  it("is followed by what the caller is told", () => {
    expect(told(capture.calls[0]!)).toEqual([
      [2, "180 to the caller after 0.5 s; the INVITE to the phone is not in the capture", true, 20],
      [0, "200 OK after 3.7 s", true, 34],
      [0, "BYE after 62.4 s; the other side is not in the capture", undefined, 6531, 6536],
    ]);
  });

  it("goes on in the plan where the answer comes after the time that it rings", () => {
    const short = readDialplan("[local]\nexten => 300,1,Dial(SIP/user3,2)\nexten => 300,2,VoiceMail(300)");
    expect(told(capture.calls[0]!, short).map(([line]) => line)).toEqual([2, 3, 0]);
    expect(told(capture.calls[0]!, short)[1]).toEqual([3, "200 OK after 1.7 s", true, 34]);
  });

  it("may be given up by the caller", async () => {
    const story = "0 → INVITE 1\n0.1 ← 180 INVITE 1\n4 → CANCEL 1\n4.1 ← 200 CANCEL 1\n4.2 ← 487 INVITE 1";
    const { calls } = await openCapture(captureOf(dialog(parties, story)));
    const any = readDialplan("[local]\nexten => _.,1,Dial(SIP/user3,8)\nexten => _.,2,VoiceMail(300)");
    expect(told(calls[0]!, any).map(([, captured]) => captured)).toEqual([
      "180 to the caller after 0.1 s; the INVITE to the phone is not in the capture",
      "the caller’s CANCEL after 4.0 s",
    ]);
  });
});

describe("the identifiers of messages", () => {
  it("have a colour a value: tags that change places with the direction, a branch for each transaction", async () => {
    const capture = await openCapture(file("captures/trame-asterisk.pcapng"));
    const bundle = capture.calls[0]!.messages.identifiers()[jupyterDisplay]();
    const rows = String(bundle["text/html"])
      .split("</tr>")
      .slice(1)
      .map((row) => [...row.matchAll(/<td class="m c(\d)"/g)].map(([, colour]) => colour).join(""));
    // columns: CSeq, branch, From tag, To tag, Call-ID; the first INVITEs have no To tag yet
    expect(rows.slice(0, 9)).toEqual([
      "0000",
      "00010",
      "00010",
      "1100",
      "1100",
      "11010",
      "11010",
      "12010",
      "23100",
    ]);
    const lines = String(bundle["text/plain"]).split("\n");
    expect(lines[0]).toBe("who goes with whom: equal values have the same colour");
    expect(lines[3]).toMatch(
      /^ +15 {2}INVITE .* 1776 {2}z9hG4b…8bIHMX6 {2}crgzkg…al5p5pg {2,}Oe-iIK…D7U9CtF$/,
    );
  });
});
