import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { type Capture, openBytes } from "../../src/api/index.js";
import { bytesSource, NotACapture } from "../../src/capture/index.js";
import { setLanguage } from "../../src/language.js";
import { captureOf, dialog, voice } from "../voip/story.js";

const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
const bytes = captureOf(dialog(parties, "0 → INVITE 1 audio=4000\n1 ← 486 INVITE 1\n1.5 → ACK 1"));

const summary = (capture: Capture) =>
  [capture.name, capture.frames.length, capture.calls[0]?.state, capture.duration].join(" ");

afterEach(() => setLanguage("en"));

describe("openCapture takes", () => {
  it("bytes, also a part of a larger array", async () => {
    expect(summary(await openBytes(bytes))).toBe("bytes 3 REJECTED 1.5");
    const larger = new Uint8Array(bytes.length + 20);
    larger.set(bytes, 7);
    expect(summary(await openBytes(larger.subarray(7, 7 + bytes.length)))).toBe("bytes 3 REJECTED 1.5");
  });

  it("an ArrayBuffer", async () => {
    expect(summary(await openBytes(Uint8Array.from(bytes).buffer))).toBe("bytes 3 REJECTED 1.5");
  });

  it("a Blob and a File, which has a name", async () => {
    const part = Uint8Array.from(bytes);
    expect(summary(await openBytes(new Blob([part])))).toBe("blob 3 REJECTED 1.5");
    expect(summary(await openBytes(new File([part], "call.pcap")))).toBe("call.pcap 3 REJECTED 1.5");
  });

  it("a source of bytes", async () => {
    expect(summary(await openBytes(bytesSource(bytes, "mine")))).toBe("mine 3 REJECTED 1.5");
  });

  it("what is gzipped", async () => {
    const capture = await openBytes(gzipSync(bytes));
    expect(summary(capture)).toBe("bytes 3 REJECTED 1.5");
    expect(capture.facts.compressed).toBe(true);
    expect(capture.frame(2).info).toContain("486 Busy Here");
  });

  it("arrays and buffers of another realm", async () => {
    const copy = "const copy = new Uint8Array(length); for (let i = 0; i < length; i++) copy[i] = bytes[i];";
    const foreign = (give: string) => runInNewContext(`${copy} ${give}`, { bytes, length: bytes.length });
    expect(foreign("copy") instanceof Uint8Array).toBe(false);
    expect(summary(await openBytes(foreign("copy")))).toBe("bytes 3 REJECTED 1.5");
    expect(summary(await openBytes(foreign("copy.buffer")))).toBe("bytes 3 REJECTED 1.5");
  });

  it("RTP that nobody announced, when asked to", async () => {
    const unannounced = captureOf(voice(0, "10.0.0.1:30000", "10.0.0.2:30002", { packets: 4 }));
    expect((await openBytes(unannounced)).streams.length).toBe(0);
    const { streams, calls } = await openBytes(unannounced, { heuristic: true });
    expect(streams.map(({ packets, speaker }) => [packets, speaker])).toEqual([[4, undefined]]);
    expect(calls.length).toBe(0);
  });
});

describe("openCapture refuses", () => {
  it.each([
    [undefined, "undefined"],
    [null, "null"],
    [42, "number"],
    ["call.pcap", "string"],
    [{}, "object"],
    [Promise.resolve(bytes), "object"],
  ])("%s, in both languages", async (input, found) => {
    const open = () => openBytes(input as never);
    await expect(open()).rejects.toThrow(
      new TypeError(`openCapture: ${found} given, expected bytes, a File or, in Node, a path`),
    );
    setLanguage("fr");
    await expect(open()).rejects.toThrow(`openCapture : reçu ${found}, attendu des octets`);
  });

  it("what is no capture", async () => {
    await expect(openBytes(new Uint8Array(0))).rejects.toThrow(NotACapture);
    await expect(openBytes(new TextEncoder().encode("No. Time Source"))).rejects.toThrow(
      /"No\. Time Source"/,
    );
  });

  it("nothing of a capture that is cut short: what is whole is there, with a warning", async () => {
    const cut = await openBytes(bytes.subarray(0, bytes.length - 10));
    expect(cut.frames.length).toBe(2);
    expect(cut.warnings.map(({ frame }) => frame)).toEqual([3]);
    expect(cut.warnings[0]!.text).toBe("frame 3, byte 628: cut short, 234 bytes of 244 are there");
  });
});

describe("a capture", () => {
  it("without frames answers all the same", async () => {
    const empty = await openBytes(bytes.subarray(0, 24));
    expect([empty.frames.length, empty.duration, empty.begins]).toEqual([0, 0, undefined]);
    for (const rows of [
      empty.calls,
      empty.streams,
      empty.registrations,
      empty.hosts,
      empty.sip,
      empty.protocols,
    ]) {
      expect(rows.length).toBe(0);
      expect(String(rows)).toContain("no rows");
    }
    expect(() => empty.frame(1)).toThrow(new RangeError("frame 1: the capture has none"));
  });

  it("says when it begins, in UTC", async () => {
    const [pcapng] = [
      readFileSync(new URL("../../notebooks/captures/01-call-100-to-300.pcapng", import.meta.url)),
    ];
    expect((await openBytes(pcapng)).begins?.toISOString()).toBe("2026-11-22T20:56:06.203Z");
  });
});
