import { describe, expect, it } from "vitest";
import { playout, type Sound, seconds } from "../../src/audio/index.js";
import { FRAME, PTIME, packet, payloadOf, samplesInTurn, samplesOf, silence } from "./stream.js";

function heard(sound: Sound): number[] {
  return [...sound.channels[0]];
}

describe("playout at RTP timestamps", () => {
  it("lays packets end to end", () => {
    const sound = playout([5, 6, 7].map((i) => packet(i)));
    expect(heard(sound)).toEqual(samplesInTurn(5, 6, 7));
    expect(sound).toMatchObject({ rate: 8000, start: 5 * PTIME, gaps: [], notes: [] });
    expect(seconds(sound)).toBe(0.06);
  });

  it("leaves silence where packets are missing", () => {
    const sound = playout([packet(0), packet(3)]);
    expect(heard(sound)).toEqual([...samplesInTurn(0), ...silence(2 * FRAME), ...samplesInTurn(3)]);
    expect(sound.gaps).toEqual([{ start: FRAME, end: 3 * FRAME }]);
  });

  it("begins with the lowest timestamp, even if that packet was overtaken", () => {
    const sound = playout([packet(1), packet(0, { time: 1.1 * PTIME }), packet(2)]);
    expect(heard(sound)).toEqual(samplesInTurn(0, 1, 2));
    expect(sound.start).toBe(0); // when sample 0 was due, by the packet that arrived first
  });

  it("hears the first of two packets that claim the same samples", () => {
    const sound = playout([packet(0), packet(1), packet(1, { payload: payloadOf(9) }), packet(2)]);
    expect(heard(sound)).toEqual(samplesInTurn(0, 1, 2));
    const late = playout([
      packet(0),
      packet(2),
      packet(1, { payload: new Uint8Array(2 * FRAME).fill(0xd5) }),
    ]);
    expect(heard(late).slice(2 * FRAME)).toEqual(samplesInTurn(2));
    for (const { notes } of [sound, late]) expect(notes).toEqual([{ kind: "overlapping", count: 1 }]);
  });

  it("wraps timestamps at 32 bits", () => {
    const timestamps = [0xffffffff - FRAME + 1, 0, FRAME];
    const sound = playout(timestamps.map((timestamp, i) => packet(i, { timestamp })));
    expect(heard(sound)).toEqual(samplesInTurn(0, 1, 2));
  });

  it("leaves other payload types silent, and counts them", () => {
    const sound = playout([
      packet(0),
      packet(1, { payloadType: 101 }),
      packet(2, { payloadType: 13 }),
      packet(3),
    ]);
    expect(heard(sound)).toEqual([...samplesInTurn(0), ...silence(2 * FRAME), ...samplesInTurn(3)]);
    expect(sound.notes).toEqual([{ kind: "not-decoded", count: 2 }]);
  });

  it("decodes each packet by its own law, and takes any length", () => {
    const alaw = packet(1, { payloadType: 8, payload: payloadOf(1).subarray(0, 80) });
    const sound = playout([packet(0), alaw, packet(2, { payload: new Uint8Array(0) })]);
    const expected = [...samplesInTurn(0), ...samplesOf(alaw.payload, "PCMA"), ...silence(80)];
    expect(heard(sound)).toEqual(expected);
  });

  it("lets a reader reuse the payload's array", () => {
    const buffer = new Uint8Array(FRAME);
    function* reading() {
      for (const i of [0, 1]) {
        buffer.set(payloadOf(i));
        yield packet(i, { payload: buffer });
      }
    }
    expect(heard(playout(reading()))).toEqual(samplesInTurn(0, 1));
  });

  it("is empty without packets", () => {
    expect(playout([])).toEqual({ rate: 8000, channels: [new Int16Array(0)], start: 0, gaps: [], notes: [] });
  });
});

describe("timestamps that start anew", () => {
  it("go where they arrived", () => {
    const later = packet(10, { timestamp: 3_000_000_000 });
    const sound = playout([packet(0), packet(1), later]);
    expect(heard(sound)).toEqual([...samplesInTurn(0, 1), ...silence(8 * FRAME), ...samplesInTurn(10)]);
    expect(sound.notes).toEqual([{ kind: "restarts", count: 1 }]);
  });

  it("go after what is there when they arrived earlier", () => {
    const sound = playout([packet(0), packet(1), packet(1, { timestamp: 0x80000000 })]);
    expect(heard(sound)).toEqual(samplesInTurn(0, 1, 1));
  });

  it("are a step back of more than a second or ahead of more than ten minutes", () => {
    const restarts = (step: number) => {
      const timestamp = (1000 + step) >>> 0;
      return playout([packet(0, { timestamp: 1000 }), packet(1, { timestamp })], { silenceLimit: 1000 })
        .notes;
    };
    const anew = [{ kind: "restarts", count: 1 }];
    expect(
      [restarts(-8000), restarts(4_800_000)].map((notes) => notes.some(({ kind }) => kind === "restarts")),
    ).toEqual([false, false]);
    expect([restarts(-8001), restarts(4_800_001)]).toEqual([anew, anew]);
  });

  it("do not put silence between two senders that share an SSRC", () => {
    // As when a server mixes music on hold with the held phone's silence: 9.5 s ahead, and back, and ahead.
    const packets = Array.from({ length: 40 }, (_, i) =>
      packet(i / 2, { timestamp: (i >> 1) * FRAME + (i & 1) * 76_000 }),
    );
    const sound = playout(packets);
    expect(seconds(sound)).toBeCloseTo(0.8, 6);
    expect(sound.gaps).toEqual([]);
  });
});

describe("the limit on silence", () => {
  const jumps = Array.from({ length: 100 }, (_, i) => packet(i, { timestamp: (i * 4_000_000) >>> 0 }));

  it("is what the capture lasted and an hour", () => {
    const sound = playout(jumps);
    const granted = 3600 + 99 * 0.02;
    expect(seconds(sound)).toBeCloseTo(granted + 100 * 0.02, 3);
    const asked = 99 * (500 - 0.02);
    expect(sound.notes).toEqual([{ kind: "silence-cut", count: Math.round((asked - granted) * 8000) }]);
  });

  it("can be set, and cuts the gaps that come last", () => {
    const sound = playout(jumps.slice(0, 3), { silenceLimit: 600 });
    expect(sound.gaps.map(({ start, end }) => end - start)).toEqual([4_000_000 - FRAME, 800_000 + FRAME]);
    expect(playout(jumps, { silenceLimit: 0 }).channels[0].length).toBe(100 * FRAME);
  });
});

describe("other playout modes", () => {
  it("uninterrupted leaves no silence, and hears nothing twice", () => {
    const sound = playout(
      [packet(0), packet(7), packet(5), packet(7), packet(9, { timestamp: 0x90000000 })],
      {
        mode: "uninterrupted",
      },
    );
    expect(heard(sound)).toEqual(samplesInTurn(0, 5, 7, 9));
    expect(sound.gaps).toEqual([]);
  });

  it("jitter-buffer drops what comes later than the buffer holds", () => {
    const packets = [0, 1, 2, 3].map((i) => packet(i));
    packets[1] = packet(1, { time: 1 * PTIME + 51e6 });
    const sound = playout([packets[0], packets[2], packets[3], packets[1]], { mode: "jitter-buffer" });
    expect(heard(sound)).toEqual([...samplesInTurn(0), ...silence(FRAME), ...samplesInTurn(2, 3)]);
    expect(sound.notes).toEqual([{ kind: "dropped", count: 1 }]);
    const patient = playout(packets, { mode: "jitter-buffer", jitterBuffer: 60 });
    expect(heard(patient)).toEqual(samplesInTurn(0, 1, 2, 3));
  });

  it("jitter-buffer takes a lasting change of delay as a new beginning, two packets later", () => {
    const packets = Array.from({ length: 10 }, (_, i) =>
      packet(i, { time: i * PTIME + (i < 5 ? 0 : 200e6) }),
    );
    const sound = playout(packets, { mode: "jitter-buffer" });
    expect(sound.notes).toEqual([
      { kind: "restarts", count: 1 },
      { kind: "dropped", count: 2 },
    ]);
    expect(heard(sound).slice(0, 5 * FRAME)).toEqual(samplesInTurn(0, 1, 2, 3, 4));
    expect(heard(sound).slice(-3 * FRAME)).toEqual(samplesInTurn(7, 8, 9));
    expect(seconds(sound)).toBeCloseTo(0.4, 6); // the last packet arrived at 0.38 s
  });
});
