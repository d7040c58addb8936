import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { payloadClockRate, payloadShortName, StreamStatistics } from "../../../src/voip/stream/index.js";
import { type Arrival, type RecordedStream, recordedStreams } from "./recorded.js";

const EVENTS = { name: "telephone-event", clockRate: 8000 };

function statisticsOf(packets: Iterable<Arrival>): StreamStatistics {
  const statistics = new StreamStatistics();
  for (const [time, sequence, timestamp, payloadType, marker] of packets) {
    const clockRate = payloadClockRate(payloadType, EVENTS);
    statistics.add(time, sequence, timestamp, payloadType, marker, 160, clockRate);
  }
  return statistics;
}

function expectAsTShark({ row, packets }: RecordedStream, eventName?: string): void {
  const statistics = statisticsOf(packets);
  const names = statistics.payloadTypes.map((type) => payloadShortName(type, eventName)).join(", ");
  expect(names).toBe(row.payload);
  expect([statistics.packets, statistics.lost]).toEqual([row.packets, row.lost]);
  expect(statistics.problem).toBe(row.problem);
  expect(statistics.firstTime / 1e9).toBeCloseTo(row.firstTime, 5);
  expect(statistics.lastTime / 1e9).toBeCloseTo(row.lastTime, 5);
  const measures = [statistics.delta, statistics.jitter].flatMap((spread) =>
    spread ? [spread.min, spread.mean, spread.max] : [-1, 0, 0],
  );
  const printed = [...row.delta, ...row.jitter];
  for (const [i, value] of measures.entries()) expect(Math.abs(value - printed[i])).toBeLessThan(0.000501);
}

describe("stream statistics, against TShark 4.0.17", () => {
  it("of a call over a bad network: losses, duplicates, packets out of order", () => {
    const [stream] = recordedStreams("bad-network.txt");
    expect(stream.row.lost).toBe(89);
    expectAsTShark(stream);
  });

  it("of a call on hold, where two senders share an SSRC; and of a single packet", () => {
    const streams = recordedStreams("hold-resume.txt");
    expect(streams.map(({ row }) => row.lost)).toEqual([0, 26214001]);
    for (const stream of streams) expectAsTShark(stream);
  });

  it("of a call with keys pressed: events have no clock, their copies offset losses", () => {
    const [stream] = recordedStreams("keys-pressed.txt");
    expect(stream.row.lost).toBe(-2);
    expectAsTShark(stream, "telephone-event");
  });

  it("of made-up streams: restarts, wraps, comfort noise, other clocks", () => {
    const streams = recordedStreams("made-up.txt");
    expect(streams.length).toBe(90);
    for (const stream of streams)
      expectAsTShark(stream, stream.row.payload.includes("rtpevent") ? "rtpevent" : undefined);
  });

  it("of made-up streams at the edges: half a range of timestamps, sequence numbers far back", () => {
    const streams = recordedStreams("edges.txt");
    expect(streams.length).toBe(14);
    for (const stream of streams) expectAsTShark(stream);
  });
});

describe("stream statistics", () => {
  it("starts empty", () => {
    const { packets, expected, lost, delta, jitter, payloadTypes } = new StreamStatistics();
    expect({ packets, expected, lost, delta, jitter, payloadTypes }).toEqual({
      packets: 0,
      expected: 0,
      lost: 0,
      delta: undefined,
      jitter: undefined,
      payloadTypes: [],
    });
  });

  it("takes a number far enough back for the next round, not for a late packet", () => {
    const errorsAfterStepBack = (back: number) => {
      const numbers = [65500, 65501, 65501 - back, 65502 - back, 65503 - back];
      return statisticsOf(numbers.map((number, i): Arrival => [i * 20e6, number, i * 160, 0, false]))
        .sequenceErrors;
    };
    expect([errorsAfterStepBack(0xff00), errorsAfterStepBack(0xff01)]).toEqual([3, 1]);
  });

  it("finds nothing wrong with a regular stream, wherever its numbers start and wrap", () => {
    const starts = fc.record({
      sequence: fc.nat(0xffff),
      timestamp: fc.nat(0xffffffff),
      count: fc.integer({ min: 2, max: 400 }),
    });
    fc.assert(
      fc.property(starts, ({ sequence, timestamp, count }) => {
        const statistics = statisticsOf(
          Array.from({ length: count }, (_, i): Arrival => {
            return [i * 20_000_000, (sequence + i) & 0xffff, (timestamp + i * 160) >>> 0, 0, false];
          }),
        );
        expect(statistics.expected).toBe(count);
        expect([statistics.lost, statistics.problem, statistics.sequenceErrors]).toEqual([0, false, 0]);
        expect(statistics.delta?.min).toBeCloseTo(20, 6);
        expect(statistics.jitter?.max).toBeCloseTo(0, 6);
        expect(statistics.maxSkew).toBeCloseTo(0, 6);
        expect([statistics.firstSequence, statistics.firstTimestamp]).toEqual([sequence, timestamp]);
        expect(statistics.payloadBytes).toBe(160 * count);
      }),
    );
  });

  it("gives finite figures whatever arrives", () => {
    const arrival = fc.tuple(
      fc.nat(2 ** 53 - 1),
      fc.nat(0xffff),
      fc.nat(0xffffffff),
      fc.nat(127),
      fc.boolean(),
    );
    fc.assert(
      fc.property(
        fc.array(arrival, { minLength: 1, maxLength: 60 }),
        fc.nat(400_000),
        (packets, clockRate) => {
          const statistics = new StreamStatistics();
          for (const [time, sequence, timestamp, type, marker] of packets) {
            statistics.add(time, sequence, timestamp, type, marker, 0, clockRate);
          }
          const { delta, jitter, lost, expected, maxSkew } = statistics;
          const figures = [lost, expected, maxSkew];
          for (const spread of [delta, jitter]) {
            if (!spread) continue;
            figures.push(spread.min, spread.mean, spread.max);
            expect(spread.max).toBeGreaterThanOrEqual(0);
          }
          expect(figures.every(Number.isFinite)).toBe(true);
          expect(statistics.packets).toBe(packets.length);
          expect(statistics.payloadTypes).toEqual(
            [...new Set(packets.map((p) => p[3]))].sort((a, b) => a - b),
          );
        },
      ),
    );
  });
});
