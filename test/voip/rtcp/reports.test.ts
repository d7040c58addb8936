import { describe, expect, it } from "vitest";
import { openCapture } from "../../../src/core.js";
import { captureOf, dialog, type Sent, voice } from "../story.js";

const PHONE = "10.0.0.10";
const SERVER = "10.0.0.12";
const SSRC = 0x1234;

const invite = dialog(
  { caller: PHONE, callee: SERVER, callId: "1" },
  "0 → INVITE 1 audio=4000\n0.1 ← 200 INVITE 1 audio=10000",
);

/** Version 2, a count, a type, the length, and words of 32 bits. */
function rtcp(count: number, type: number, ...words: number[]): number[] {
  return [0x80000000 + count * 0x1000000 + type * 0x10000 + words.length, ...words];
}

function sent(time: number, from: string, to: string, words: number[]): Sent {
  const payload = new Uint8Array(4 * words.length);
  const view = new DataView(payload.buffer);
  for (const [i, word] of words.entries()) view.setUint32(4 * i, word >>> 0);
  return { time, from, to, payload };
}

const there = [`${PHONE}:4001`, `${SERVER}:10001`] as const;
const back = [`${SERVER}:10001`, `${PHONE}:4001`] as const;

/** SR: SSRC, NTP seconds and fraction, RTP timestamp, packets, octets. */
const senderReport = (seconds: number, fraction: number) =>
  rtcp(0, 200, SSRC, seconds, fraction, 0, 50, 8000);

/** RR with one block: SSRC, fraction and cumulative lost, highest sequence, jitter, LSR, DLSR. */
const receiverReport = (lost: number, highest: number, jitter: number, lsr: number, dlsr: number) =>
  rtcp(1, 201, 0x77, SSRC, lost, highest, jitter, lsr, dlsr);

describe("the round-trip time", () => {
  it("is that of RFC 3550's own example (§6.4.1, figure 2)", async () => {
    const { rtcpReports } = await openCapture(
      captureOf(
        invite,
        // [10 Nov 1995 11:33:25.125 UTC]: NTP 0xb44db705:20000000, and 11.375 s later the answer
        sent(1, ...there, senderReport(0xb44db705, 0x20000000)),
        sent(12.375, ...back, receiverReport(0, 0, 0, 0xb7052000, 0x00054000)),
      ),
    );
    expect(rtcpReports.map(({ roundTrip }) => roundTrip)).toEqual([expect.closeTo(6125, 6)]);
  });

  it.each([
    ["answers no sender report", 0, there],
    ["answers one that the capture does not show", 0xb7052001, there],
    ["answers one that went the other way", 0xb7052000, back],
  ])("is not known of a report that %s", async (_name, lsr, [from, to]) => {
    const { rtcpReports } = await openCapture(
      captureOf(
        invite,
        sent(1, from, to, senderReport(0xb44db705, 0x20000000)),
        sent(2, ...back, receiverReport(0, 0, 0, lsr, 0)),
      ),
    );
    expect(rtcpReports.map(({ roundTrip }) => roundTrip)).toEqual([undefined]);
  });
});

describe("the reports on a stream", () => {
  // packets 0, 1, 2 and 4 to 7: one is missing
  const packets = voice(1, `${PHONE}:4000`, `${SERVER}:10000`, { packets: 8, ssrc: SSRC }).filter(
    (_, i) => i !== 3,
  );

  it("stand beside what the captured packets show up to then", async () => {
    const report = (time: number, lost: number) => sent(time, ...back, receiverReport(lost, 7, 16, 0, 0));
    const { streams } = await openCapture(captureOf(invite, packets, report(1.05, 0), report(2, 0x40000002)));
    expect([...streams[0]!.reports]).toEqual([
      expect.objectContaining({
        fractionLost: 0,
        cumulativeLost: 0,
        jitter: 2,
        seen: { lost: 0, jitter: 0 },
      }),
      // a quarter lost, two in all: one of them after the capture point
      expect.objectContaining({ fractionLost: 0.25, cumulativeLost: 2, seen: { lost: 1, jitter: 0 } }),
    ]);
  });

  it("are those of its receiver, also where a server passes the SSRC on", async () => {
    const other = sent(2, "10.0.0.51:7079", `${SERVER}:10003`, receiverReport(5, 7, 0, 0, 0));
    const capture = await openCapture(captureOf(invite, packets, other));
    expect(capture.streams[0]!.reports).toHaveLength(0);
    expect([...capture.rtcpReports]).toEqual([
      expect.objectContaining({
        source: "10.0.0.51",
        ssrc: "0x00001234",
        cumulativeLost: 5,
        seen: undefined,
      }),
    ]);
  });

  it("leave out what a phone reports before it has heard anybody", async () => {
    const empty = rtcp(1, 201, 0x77, 0, 0, 0, 0, 0, 0);
    expect((await openCapture(captureOf(invite, sent(1, ...back, empty)))).rtcpReports).toHaveLength(0);
  });
});

describe("VoIP metrics", () => {
  it("are those of extended reports (RFC 3611 §4.7)", async () => {
    // after an empty RR, an XR with block type 7 of 8 words: SSRC; loss, discard, burst and gap density 64, 32, 0, 0;
    // durations; round trip 120 and end system delay 60 ms; signal, noise, RERL, Gmin; R 93, external 127, MOS 4.4, -
    const metrics = [0x07000008, SSRC, 0x40200000, 0, 0x0078003c, 0, 0x5d7f2c7f, 0, 0];
    const compound = [...rtcp(0, 201, 0x77), ...rtcp(0, 207, 0x77, ...metrics)];
    const { voipMetrics } = await openCapture(captureOf(invite, sent(1, ...back, compound)));
    expect([...voipMetrics]).toEqual([
      {
        frame: 3,
        time: 1,
        source: SERVER,
        ssrc: "0x00001234",
        lossRate: 0.25,
        discardRate: 0.125,
        roundTripDelay: 120,
        endSystemDelay: 60,
        rFactor: 93,
        mosListening: 4.4,
        mosConversational: undefined,
      },
    ]);
    expect(String(voipMetrics)).toContain("93");
  });
});
