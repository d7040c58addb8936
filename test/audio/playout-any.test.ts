import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AudioPacket, type PlayoutMode, playout, sampleCount } from "../../src/audio/index.js";
import { PTIME, packet, samplesOf } from "./stream.js";

const payload = fc.uint8Array({ maxLength: 200 });
const payloadType = fc.constantFrom(0, 0, 0, 8, 13, 101);

/** Packets with any values at all. */
const hostile = fc.array(
  fc.record({
    time: fc.nat(2 ** 53 - 1),
    sequence: fc.nat(0xffff),
    timestamp: fc.nat(0xffffffff),
    payloadType,
    marker: fc.boolean(),
    payload,
  }),
  { maxLength: 40 },
);

/** Packets that lose their way a little: gaps, steps back, duplicates, but one run. */
const disturbed = fc
  .tuple(
    fc.nat(0xffffffff),
    fc.array(fc.tuple(fc.integer({ min: -400, max: 2000 }), payloadType, payload), { maxLength: 40 }),
  )
  .map(([first, steps]) => {
    let timestamp = first;
    return steps.map(([step, type, bytes], i): AudioPacket => {
      timestamp = (timestamp + step) >>> 0;
      return packet(i, { time: i * PTIME, timestamp, payloadType: type, payload: bytes });
    });
  });

const isDecoded = ({ payloadType }: AudioPacket) => payloadType === 0 || payloadType === 8;

/** Sample by sample, as the rules say: at its timestamp, the first to arrive stays. */
function bySample(packets: AudioPacket[]): Map<number, number> {
  const samples = new Map<number, number>();
  let position = 0;
  for (const [i, { timestamp, payloadType, payload }] of packets.entries()) {
    if (i > 0) position += (timestamp - packets[i - 1].timestamp) | 0;
    for (const [j, sample] of samplesOf(payload, payloadType === 0 ? "PCMU" : "PCMA").entries()) {
      if (!samples.has(position + j)) samples.set(position + j, sample);
    }
    if (payload.length === 0) samples.set(position - 0.5, 0); // no sample, but a place
  }
  return samples;
}

describe("playout of any packets", () => {
  it("puts every sample at its timestamp and silence between", () => {
    fc.assert(
      fc.property(disturbed, (packets) => {
        const placed = bySample(packets.filter(isDecoded));
        const base = Math.ceil(Math.min(...placed.keys()));
        const [samples] = playout(packets).channels;
        const wrong = [...placed].filter(
          ([at, value]) => Number.isInteger(at) && samples[at - base] !== value,
        );
        expect(wrong).toEqual([]);
        const free = [...samples].filter((value, i) => !placed.has(base + i) && value !== 0);
        expect(free).toEqual([]);
        if (placed.size > 0) expect(samples.length).toBe(Math.ceil(Math.max(...placed.keys()) + 0.5) - base);
      }),
    );
  });

  it("never makes more than the payload and the silence allowed", () => {
    const modes = fc.constantFrom<PlayoutMode>("rtp", "jitter-buffer", "uninterrupted");
    fc.assert(
      fc.property(hostile, modes, fc.integer({ min: 0, max: 2 }), (packets, mode, silenceLimit) => {
        const sound = playout(packets, { mode, silenceLimit });
        const payloads = packets.filter(isDecoded).reduce((sum, { payload }) => sum + payload.length, 0);
        expect(sampleCount(sound)).toBeLessThanOrEqual(payloads + silenceLimit * 8000);
        expect(Number.isFinite(sound.start)).toBe(true);
        for (const { start, end } of sound.gaps) {
          expect(end).toBeGreaterThan(start);
          expect(sound.channels[0].subarray(start, end).every((sample) => sample === 0)).toBe(true);
        }
      }),
    );
  });

  it("is the same without its gaps as uninterrupted", () => {
    fc.assert(
      fc.property(hostile, (packets) => {
        const { channels, gaps } = playout(packets, { silenceLimit: 10 });
        const kept = [...channels[0]].filter((_, i) => !gaps.some(({ start, end }) => i >= start && i < end));
        expect(kept).toEqual([...playout(packets, { mode: "uninterrupted" }).channels[0]]);
      }),
      { numRuns: 40 },
    );
  });

  it("takes a hundred thousand packets in reverse without going quadratic", () => {
    const packets = Array.from({ length: 100_000 }, (_, i) =>
      packet(100_000 - i, { payload: new Uint8Array(8) }),
    );
    const sound = playout(packets);
    expect(sampleCount(sound)).toBe(99_999 * 160 + 8);
  });
});
