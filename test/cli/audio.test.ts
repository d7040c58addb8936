import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratch } from "../scratch.js";
import { captureOf, dialog, sdp, sip, voice } from "../voip/story.js";
import { rowsOf, smallCapture, voiplab } from "./run.js";

const { folder, file } = scratch();
const CAPTURE = file("small.pcap", smallCapture());
const COLUMNS = ["file", "kind", "ssrc", "call_id", "seconds", "samples", "lost_packets"];

/** Channels, samples a second, bits, samples of a channel. */
function wavFacts(path: string): number[] {
  const bytes = readFileSync(path);
  const channels = bytes.readUInt16LE(22);
  return [channels, bytes.readUInt32LE(24), bytes.readUInt16LE(34), bytes.readUInt32LE(40) / 2 / channels];
}

describe("voiplab audio", () => {
  it("writes one WAV a stream and one a call, and says which", async () => {
    const out = join(folder, "new", "folder");
    const { status, out: tsv, err } = await voiplab(["audio", CAPTURE, "--out", out]);
    expect([status, err, tsv.split("\n")[0]]).toEqual([0, "", COLUMNS.join("\t")]);
    const rows = rowsOf(tsv);
    expect(
      rows.map(({ kind, ssrc, call_id, samples, lost_packets }) => [
        kind,
        ssrc,
        call_id,
        samples,
        lost_packets,
      ]),
    ).toEqual([
      ["stream", "0x2CF77874", "call", "480", "0"],
      ["stream", "0x0000000F", "call", "160", "0"],
      ["call", "", "call", "480", "0"],
    ]);
    expect(rows.map(({ seconds }) => Number(seconds))).toEqual([0.06, 0.02, 0.06]);
    expect(rows.map((row) => wavFacts(row.file!))).toEqual([
      [1, 8000, 16, 480],
      [1, 8000, 16, 160],
      [2, 8000, 16, 480],
    ]);
    expect(readdirSync(out).sort()).toEqual(rows.map((row) => basename(row.file!)).sort());
  });

  it("prints JSON and a table too", async () => {
    const { out } = await voiplab(["audio", CAPTURE, "--out", join(folder, "json"), "--format", "json"]);
    const rows = JSON.parse(out) as Record<string, unknown>[];
    for (const row of rows) expect(Object.keys(row)).toEqual(COLUMNS);
    expect(rows[2]).toMatchObject({ kind: "call", ssrc: null, seconds: 0.06, samples: 480, lost_packets: 0 });
    const table = await voiplab(["audio", CAPTURE, "--out", join(folder, "table"), "--format", "table"]);
    expect(table.out.split("\n")[0]!.trim().split(/ {2,}/)).toEqual(COLUMNS);
  });

  it("gives encrypted streams, and those that are no G.711, a row without a file", async () => {
    const offer = (callId: string, port: number, protocol: string, formats: string) =>
      sip(
        0,
        "10.0.0.10",
        "10.0.0.12",
        `INVITE sip:b@x SIP/2.0\nFrom: <sip:a@x>;tag=1\nTo: <sip:b@x>\nCall-ID: ${callId}\nCSeq: 1 INVITE\n\n${sdp("10.0.0.10", port, protocol)}${formats}`,
      );
    const capture = captureOf(
      offer("srtp", 4000, "RTP/SAVP", ""),
      voice(1, "10.0.0.10:4000", "10.0.0.12:5000", { ssrc: 1 }),
      offer("g729", 4002, "RTP/AVP", " 18"),
      voice(2, "10.0.0.10:4002", "10.0.0.12:5000", { ssrc: 2, payloadType: 18 }),
    );
    const out = join(folder, "silent");
    const { status, out: tsv } = await voiplab(["audio", file("silent.pcap", capture), "--out", out]);
    expect(status).toBe(0);
    expect(rowsOf(tsv).map((row) => Object.values(row))).toEqual([
      ["", "stream", "0x00000001", "srtp", "0", "0", "0"],
      ["", "stream", "0x00000002", "g729", "0", "0", "0"],
    ]);
    expect(readdirSync(out)).toEqual([]);
  });

  it("places packets by their timestamps, or one after the other", async () => {
    const packets = voice(1, "10.0.0.10:4000", "10.0.0.12:5000", { packets: 3 });
    new DataView(packets[2]!.payload.buffer).setUint32(4, 8000); // its timestamp: a second after the first
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const capture = file("gap.pcap", captureOf(dialog(parties, "0 → INVITE 1 audio=4000"), packets));
    const samples = async (...mode: string[]) => {
      const { out } = await voiplab(["audio", capture, "--out", join(folder, "modes"), ...mode]);
      return rowsOf(out)[0]!.samples;
    };
    expect(await samples()).toBe("8160");
    expect(await samples("--mode", "rtp")).toBe("8160");
    expect(await samples("--mode", "uninterrupted")).toBe("480");
    expect(Number(await samples("--mode", "jitter-buffer"))).toBeGreaterThan(0);
  });

  it("takes RTP that no signalling announced when asked to: then it is of no call", async () => {
    const capture = file(
      "none.pcap",
      captureOf(voice(0, "10.0.0.1:30000", "10.0.0.2:30002", { packets: 5 })),
    );
    const run = async (...more: string[]) =>
      rowsOf((await voiplab(["audio", capture, "--out", join(folder, "heuristic"), ...more])).out);
    expect(await run()).toEqual([]);
    expect(await run("--heuristic")).toMatchObject([{ kind: "stream", call_id: "", samples: "800" }]);
  });

  it("makes no folder for what is no capture", async () => {
    const out = join(folder, "never");
    const { status } = await voiplab(["audio", file("text.pcap", "text"), "--out", out]);
    expect([status, existsSync(out)]).toEqual([2, false]);
  });

  it("writes what is whole of a capture that is cut short", async () => {
    const bytes = smallCapture();
    const cut = file("cut.pcap", bytes.subarray(0, bytes.length - 30));
    const { status, out, err } = await voiplab(["audio", cut, "--out", join(folder, "cut")]);
    expect([status, rowsOf(out).length, err.split("\n").length]).toEqual([1, 3, 2]);
  });
});
