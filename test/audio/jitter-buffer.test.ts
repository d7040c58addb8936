import { describe, expect, it } from "vitest";
import { playout, tryBuffers } from "../../src/audio/index.js";
import type { AudioPacket } from "../../src/audio/packets.js";

/** Packets of 20 ms that arrive so many ms off their time. */
const stream = (offsets: readonly number[]): AudioPacket[] =>
  offsets.map((offset, i) => ({
    time: (20 * i + offset) * 1e6,
    sequence: i,
    timestamp: 160 * i,
    payloadType: 0,
    marker: i === 0,
    payload: new Uint8Array(160).fill(0x55),
  }));

describe("jitter buffers", () => {
  it("drop what is late by more than they hold", () => {
    const packets = stream([0, 5, 0, 25, 0, 0, 45, 0, 0, 0]);
    expect(tryBuffers(packets, [0, 10, 30, 50])).toEqual([
      { buffer: 0, dropped: 3, share: 0.3 },
      { buffer: 10, dropped: 2, share: 0.2 },
      { buffer: 30, dropped: 1, share: 0.1 },
      { buffer: 50, dropped: 0, share: 0 },
    ]);
  });

  it("drop as many as the player that uses them says", () => {
    const packets = stream([0, 7, 3, 31, 2, 60, 1, 0, 12, 4, 90, 0]);
    for (const { buffer, dropped } of tryBuffers(packets, [1, 5, 20, 50])) {
      const { notes } = playout(packets, { mode: "jitter-buffer", jitterBuffer: buffer });
      expect(notes.find(({ kind }) => kind === "dropped")?.count ?? 0).toBe(dropped);
    }
  });

  it("have nothing to say of nothing", () => {
    expect(tryBuffers([], [50])).toEqual([{ buffer: 50, dropped: 0, share: 0 }]);
  });
});
