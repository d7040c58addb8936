import { describe, expect, it } from "vitest";
import { scratch } from "../scratch.js";
import { captureOf, sip } from "../voip/story.js";
import { rowsOf, voiplab } from "./run.js";

const { file } = scratch();

// what would clear a screen, ring, set the title, and turn the line around
const EVIL = "\u001b[2J\u0007\u009b31m\u001b]0;x\u0007\u202e\u007f";
const CAPTURE = file(
  "evil.pcap",
  captureOf(
    sip(
      0,
      "10.0.0.10",
      "10.0.0.12",
      `INVITE sip:b@x SIP/2.0\nFrom: "${EVIL}" <sip:a${EVIL}@x>;tag=1\nTo: <sip:b@x>;tag=2\nCall-ID: one\ttwo${EVIL}\nCSeq: 1 INVITE`,
    ),
    sip(
      1,
      "10.0.0.12",
      "10.0.0.10",
      `SIP/2.0 486 Busy${EVIL}\nFrom: <sip:a@x>\nTo: <sip:b@x>\nCall-ID: one\ttwo${EVIL}\nCSeq: 1 INVITE`,
    ),
  ),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;

describe("control characters of a packet", () => {
  it.each(["frames", "sip", "calls"])("do not reach a terminal in the table of %s", async (command) => {
    const { status, out } = await voiplab([command, CAPTURE, "--format", "table"]);
    expect(status).toBe(0);
    expect(out).not.toMatch(CONTROLS);
    expect(out.split("\n").length).toBe(command === "calls" ? 3 : 4);
  });

  it("do not reach a terminal in the details of a frame", async () => {
    const { out } = await voiplab(["frame", CAPTURE, "1"]);
    expect(out).not.toMatch(CONTROLS);
    expect(out).toContain("␛[2J␇");
  });

  it("do not reach a terminal in a complaint", async () => {
    const { err } = await voiplab(["frames", `no such\nfile${EVIL}`]);
    expect(err).toMatch(/^voiplab: no such␊file␛\[2J[^\n]*\n$/);
    expect(err.slice(0, -1)).not.toMatch(CONTROLS);
  });

  it("are, in TSV, escapes where they would break rows and columns", async () => {
    const { out } = await voiplab(["sip", CAPTURE]);
    const rows = rowsOf(out);
    expect(rows.map(({ number, call_id }) => [number, call_id])).toEqual([
      ["1", `one\\ttwo${EVIL}`],
      ["2", `one\\ttwo${EVIL}`],
    ]);
  });

  it("are, in JSON, what they were", async () => {
    const { out } = await voiplab(["sip", CAPTURE, "--format", "json"]);
    expect(JSON.parse(out)[0].call_id).toBe(`one\ttwo${EVIL}`);
  });
});
