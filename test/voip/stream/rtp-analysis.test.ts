import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  analysePackets,
  arrivalOrder,
  type PacketStatus,
  packetStatus,
} from "../../../src/voip/stream/index.js";
import { recordedStreams } from "./recorded.js";

/** What Wireshark says of one packet; the head of `rtp-analysis.txt` names the fields. */
type GoldenRow = [index: number, sequence: number, measures: number[], marker: boolean, status: string];

const goldens = readFileSync(new URL("rtp-analysis.txt", import.meta.url), "utf8")
  .split("\n= ")
  .slice(1)
  .map((part) => {
    const [name, ...lines] = part.trimEnd().split("\n") as [string, ...string[]];
    const rows = lines.map((line): GoldenRow => {
      const [index, sequence, delta, jitter, skew, bandwidth, marker, ...status] = line.split(" ");
      const measures = [delta, jitter, skew, bandwidth].map(Number);
      return [Number(index), Number(sequence), measures, marker === "m", status.join(" ")];
    });
    return { name, rows };
  });

/** sharkd prints two decimals. */
const HALF_UNIT = 0.00501;

const isEvent = (type: number) => type >= 96;

/** G.711 of 20 ms, or an event of RFC 4733: 12 bytes of RTP, and 160 or 4. */
const lengthOf = (type: number) => (isEvent(type) ? 16 : 172);

const STATUSES: Record<PacketStatus, (type: number) => string> = {
  ok: () => "ok",
  "wrong-sequence": () => "Wrong sequence number",
  "wrong-timestamp": () => "Incorrect timestamp",
  "payload-type-change": (type) => `Payload changed to PT=${type}${isEvent(type) ? " telephone/event" : ""}`,
  event: (type) => `PT=${type} telephone/event`,
  "comfort-noise": (type) => `Comfort noise (PT=${type})`,
  "marker-missing": () => "Marker missing?",
};

describe("packets one by one, as Wireshark's RTP Stream Analysis has them", () => {
  it.each(goldens)("$name", ({ name, rows }) => {
    const { packets } = recordedStreams(name).at(-1)!;
    const columns = {
      time: packets.map(([time]) => time),
      sequence: packets.map(([, sequence]) => sequence),
      timestamp: packets.map(([, , timestamp]) => timestamp),
      payloadType: packets.map(([, , , type]) => type),
      marker: packets.map(([, , , , marker]) => Number(marker)),
      length: packets.map(([, , , type]) => lengthOf(type)),
    };
    const types = { clockRateOf: (type: number) => (isEvent(type) ? 0 : 8000), isEvent };
    const { delta, jitter, skew, bandwidth, flags } = analysePackets(columns, types);
    expect(rows.length).toBeGreaterThan(15);
    for (const [index, sequence, measures, marker, status] of rows) {
      const type = columns.payloadType[index]!;
      const found = STATUSES[packetStatus(flags[index]!)](type);
      expect([index, columns.sequence[index], columns.marker[index] === 1, found]).toEqual([
        index,
        sequence,
        marker,
        status,
      ]);
      const ours = [delta, jitter, skew, bandwidth].map((of) => of[index]!);
      for (const [i, measure] of measures.entries())
        expect(Math.abs(ours[i]! - measure)).toBeLessThan(HALF_UNIT);
    }
  });
});

describe("the order in which packets came", () => {
  it("tells late packets from copies, which have the same status", () => {
    expect(arrivalOrder([1, 2, 4, 3, 4, 5])).toEqual([
      "in order",
      "in order",
      "in order",
      "late",
      "duplicate",
      "in order",
    ]);
  });

  it("goes on where the numbers wrap, and begins anew where they jump", () => {
    expect(arrivalOrder([65535, 0, 65534, 30_000, 30_001])).toEqual([
      "in order",
      "in order",
      "late",
      "restart",
      "in order",
    ]);
    expect(arrivalOrder([])).toEqual([]);
  });

  it("is what the network's own log says", () => {
    const orders = arrivalOrder(recordedStreams("bad-network.txt")[0]!.packets.map((packet) => packet[1]));
    const count = (order: string) => orders.filter((one) => one === order).length;
    expect([count("duplicate"), count("late"), count("restart")]).toEqual([12, 70, 0]);
  });
});
