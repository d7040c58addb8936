import { describe, expect, it } from "vitest";
import {
  analysePackets,
  PacketFlag,
  packetStatus,
  payloadClockRate,
} from "../../../src/voip/stream/index.js";
import { recordedStreams } from "./recorded.js";

const EVENTS = { name: "telephone-event", clockRate: 8000 };

function analyse(rows: number[][]) {
  const column = (i: number) => rows.map((row) => row[i]);
  const [time, sequence, timestamp, payloadType, marker] = [0, 1, 2, 3, 4].map(column);
  const length = rows.map(() => 172);
  return analysePackets(
    { time, sequence, timestamp, payloadType, marker, length },
    { clockRateOf: (type) => payloadClockRate(type, EVENTS), isEvent: (type) => type >= 96 },
  );
}

describe("packet analysis", () => {
  it("follows delta, jitter and skew as RFC 3550 §6.4.1 computes them by hand", () => {
    const { delta, jitter, skew } = analyse([
      [0, 1, 0, 0, 0],
      [30e6, 2, 160, 0, 0], // 10 ms late: jitter 10/16
      [40e6, 3, 320, 0, 0], // back in time: 10 ms again
      [60e6, 4, 480, 0, 0],
    ]);
    expect([...delta]).toEqual([0, 30, 10, 20]);
    expect([...jitter]).toEqual([
      0,
      10 / 16,
      (15 * (10 / 16) + 10) / 16,
      (15 * ((15 * (10 / 16) + 10) / 16)) / 16,
    ]);
    expect([...skew]).toEqual([0, -10, 0, 0]);
  });

  it("has the greatest delta that TShark prints for the stream", () => {
    const [{ row, packets }] = recordedStreams("bad-network.txt");
    const { delta, flags } = analyse(packets.map(([...packet]) => packet.map(Number)));
    const regular = delta.filter((_, i) => (flags[i] & (PacketFlag.marker | PacketFlag.first)) === 0);
    expect(Math.max(...regular)).toBeCloseTo(row.delta[2], 3);
    expect(Math.min(...regular)).toBeCloseTo(row.delta[0], 3);
  });

  it("sums up the last second's bandwidth with IP and UDP headers", () => {
    const rows = Array.from({ length: 120 }, (_, i) => [i * 20e6, i, i * 160, 0, 0]);
    const { bandwidth } = analyse(rows);
    expect(bandwidth[0]).toBe(1.6); // 200 bytes
    expect(bandwidth[119]).toBe(81.6); // 51 packets, those exactly a second old included
  });

  it("says what is wrong with a packet, the gravest first", () => {
    const { flags } = analyse([
      [0, 1, 1000, 0, 1],
      [1e6, 2, 1160, 0, 0],
      [2e6, 4, 1480, 0, 0],
      [3e6, 3, 1320, 0, 0],
      [4e6, 5, 1640, 13, 0],
      [5e6, 6, 1800, 0, 0],
      [6e6, 7, 1960, 13, 0],
      [7e6, 8, 2120, 0, 1],
      [8e6, 9, 2280, 8, 0],
      [9e6, 10, 0, 8, 0],
    ]);
    expect([...flags].map(packetStatus)).toEqual([
      "ok",
      "ok",
      "wrong-sequence",
      "wrong-sequence",
      "comfort-noise",
      "marker-missing",
      "comfort-noise",
      "ok",
      "payload-type-change",
      "wrong-timestamp",
    ]);
    expect(flags[0]).toBe(PacketFlag.first | PacketFlag.marker);
  });

  it("holds with no packets", () => {
    expect(analyse([]).delta.length).toBe(0);
  });
});
