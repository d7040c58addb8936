import { describe, expect, it } from "vitest";
import { type Analysis, analyse } from "../../src/api/analysis.js";
import { bytesSource } from "../../src/capture/index.js";
import { ssrcText } from "../../src/voip/ssrc.js";
import { analysed, captureOf, dialog, sdp, sip, voice } from "./story.js";

const A = "10.0.0.10";
const B = "10.0.0.12";
const invite = dialog(
  { caller: A, callee: B, callId: "1" },
  "0 → INVITE 1 audio=4000\n0.1 ← 200 INVITE 1 audio=5000",
);
const there = [`${A}:4000`, `${B}:5000`] as const;

const rows = ({ streams }: Analysis) =>
  streams.list.map(({ index, source, destination, ssrc, frame, payload, statistics }) =>
    [
      index,
      `${source.address}:${source.port}`,
      destination.port,
      ssrcText(ssrc),
      frame,
      payload,
      statistics.packets,
    ].join(" "),
  );

describe("RTP streams", () => {
  it("are one SSRC one way between two endpoints, in order of appearance", async () => {
    const found = await analysed(
      invite,
      voice(1, ...there, { ssrc: 0x2cf77874 }),
      voice(1.001, `${B}:5000`, `${A}:4000`, { ssrc: 0x2cf77874, packets: 2 }),
      voice(2, ...there, { ssrc: 0xf, packets: 1 }),
      voice(3, ...there, { ssrc: 0x2cf77874, packets: 1 }),
      voice(4, `${A}:4000`, `${B}:5002`, { ssrc: 0x2cf77874, packets: 1 }),
    );
    expect(rows(found)).toEqual([
      "0 10.0.0.10:4000 5000 0x2CF77874 3 g711U 4",
      "1 10.0.0.12:5000 4000 0x2CF77874 4 g711U 2",
      "2 10.0.0.10:4000 5000 0x0000000F 8 g711U 1",
      "3 10.0.0.10:4000 5002 0x2CF77874 10 g711U 1",
    ]);
  });

  it("are known by what was announced, or by their look when asked for", async () => {
    const unannounced = captureOf(voice(1, "10.0.0.1:30000", "10.0.0.2:30002", { packets: 5 }));
    expect(rows(await analyse(bytesSource(unannounced)))).toEqual([]);
    expect(rows(await analyse(bytesSource(unannounced), { heuristic: true }))).toEqual([
      "0 10.0.0.1:30000 30002 0x00001234 1 g711U 5",
    ]);
  });

  it("name their payloads and take clocks as the last description says", async () => {
    const offer = (time: number, lines: string) =>
      sip(
        time,
        A,
        B,
        `INVITE sip:b@x SIP/2.0\nFrom: <sip:a@x>;tag=1\nTo: <sip:b@x>\nCall-ID: 1\nCSeq: ${time + 1} INVITE\n\n${sdp(A, 4000)} 97 101\n${lines}`,
      );
    const { streams } = await analysed(
      offer(0, "a=rtpmap:97 opus/48000/2\na=rtpmap:101 telephone-event/8000"),
      voice(1, ...there, { payloadType: 97 }),
      voice(2, ...there, { payloadType: 101 }),
    );
    const [stream] = streams.list;
    expect(stream!.payload).toBe("opus, telephone-event");
    expect([stream!.clockRateOf(97), stream!.clockRateOf(0), stream!.clockRateOf(96)]).toEqual([
      48000, 8000, 0,
    ]);
  });

  it("are encrypted where signalling says so", async () => {
    const offer = `INVITE sip:b@x SIP/2.0\nFrom: <sip:a@x>;tag=1\nTo: <sip:b@x>\nCall-ID: 1\nCSeq: 1 INVITE\n\n${sdp(A, 4000, "RTP/SAVP")}`;
    const { streams } = await analysed(sip(0, A, B, offer), voice(1, ...there));
    expect(streams.list.map(({ encrypted }) => encrypted)).toEqual([true]);
    const { streams: plain } = await analysed(invite, voice(1, ...there));
    expect(plain.list.map(({ encrypted }) => encrypted)).toEqual([false]);
  });

  it("stay apart by the thousand", async () => {
    const many = Array.from({ length: 2000 }, (_, i) =>
      voice(1 + i / 1e4, ...there, { ssrc: i, packets: 1 }),
    );
    const { streams } = await analysed(invite, ...many);
    expect(streams.list.length).toBe(2000);
    expect(streams.list.every(({ ssrc, index }) => ssrc === index)).toBe(true);
  });
});
