import { beforeAll, describe, expect, test } from "vitest";
import { levels } from "../../src/audio/index.js";
import type { Capture, RtpPacket } from "../../src/index.js";
import { bestFit } from "../audio/correlation.js";
import { readSpeech } from "../audio/speech.js";
import { committed } from "./report.js";

let capture: Capture;
beforeAll(async () => {
  capture = await committed();
});

test("two streams, without loss, as long as the report's", () => {
  const streams = capture.streams.map(({ ssrc, speaker, packets, lost, payload, start, stop }) => [
    ...[ssrc, speaker, payload, packets, lost],
    ...[start.toFixed(2), stop.toFixed(2)],
  ]);
  expect(streams).toEqual([
    ["0x2CF77874", "callee", "g711U", 3113, 0, "7.43", "69.67"],
    ["0x75452F58", "caller", "g711U", 3112, 0, "7.43", "69.66"],
  ]);
});

describe("the voices", () => {
  const speech = readSpeech();
  /** The first half second of what the microphones took in is left out. */
  const SKIPPED = 4000;

  test("are what 300's microphone took in, sample for sample", () => {
    const [reply] = capture.streams;
    const heard = reply!.recording().sound.channels[0]!;
    const { at, correlation } = bestFit(
      speech.samples,
      heard,
      72_000 - SKIPPED - 200,
      72_000 - SKIPPED + 200,
    );
    expect(at).toBe(72_000 - SKIPPED);
    expect(correlation).toBeGreaterThan(0.999); // the rest is what µ-law costs
  });

  test("are as loud as both microphones took them in, to the end", () => {
    const [reply, voice] = capture.streams.map((stream) => stream.recording().sound.channels[0]!);
    for (const [samples, expected] of [
      [reply!, speech.levels["300"]],
      [voice!, speech.levels["100"]],
    ] as const) {
      const heard = levels(samples, 800);
      const loud = expected
        .slice(SKIPPED / 800, SKIPPED / 800 + heard.length - 1)
        .flatMap((level, i) => (level > -50 ? [[level, heard[i]!] as const] : []));
      expect(loud.length).toBeGreaterThan(190);
      for (const [level, found] of loud) expect(Math.abs(found - level)).toBeLessThan(1);
    }
  });
});

describe("RTCP", () => {
  test("is in the frames that the report shows, and takes leave at the end", () => {
    const rows = [...capture.frames].filter(({ protocol }) => protocol === "RTCP");
    expect(rows.slice(0, 5).map(({ number }) => number)).toEqual([36, 37, 42, 44, 47]);
    expect(rows.length).toBe(30);
    expect(rows.at(-1)!.number).toBe(6532);
  });

  test("counts the packets that have passed, and hears those of the other side", () => {
    const passed = new Map<number, Heard>();
    const sent = new Map<number, number>();
    let checked = 0;
    for (const { rtp, rtcp, time } of capture.frames) {
      if (rtp) passed.set(rtp.ssrc, hear(rtp, time, passed.get(rtp.ssrc)));
      const report = rtcp?.[0];
      if (report?.kind !== "sender report") continue;
      const own = passed.get(report.ssrc)!;
      expect([report.packetCount, report.octetCount]).toEqual([own.packets, own.octets]);
      const [block] = report.reports;
      const other = passed.get(block!.ssrc)!;
      expect([block!.cumulativeLost, block!.fractionLost]).toEqual([0, 0]);
      expect(block!.highestSequence).toBe(other.sequence);
      expect(Math.abs(block!.jitter - other.jitter)).toBeLessThanOrEqual(1);
      expect(block!.lastSenderReport).toBe(sent.get(block!.ssrc) ?? 0);
      sent.set(report.ssrc, (((report.ntpSeconds & 0xffff) << 16) | (report.ntpFraction >>> 16)) >>> 0);
      checked++;
    }
    expect(checked).toBe(26);
  });
});

/** What passed of a stream: its packets, their bytes, the last one's number, and jitter in samples. */
interface Heard {
  packets: number;
  octets: number;
  sequence: number;
  jitter: number;
  transit: number;
}

/** RFC 3550 §6.4.1. */
function hear({ payload, sequence, timestamp }: RtpPacket, time: number, before?: Heard): Heard {
  const transit = time * 8000 - timestamp;
  const { packets, octets, jitter } = before ?? { packets: 0, octets: 0, jitter: 0 };
  const difference = before ? Math.abs(transit - before.transit) : 0;
  return {
    packets: packets + 1,
    octets: octets + payload.length,
    sequence,
    jitter: jitter + (difference - jitter) / 16,
    transit,
  };
}
