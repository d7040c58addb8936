import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  codecImpairment,
  effectiveEquipmentImpairment,
  meanOpinionScore,
  packetLoss,
  rating,
  satisfaction,
} from "../../../src/voip/quality/index.js";
import { recordedStreams } from "../stream/recorded.js";

describe("the rating R of the E-model", () => {
  it("is 93.2 with the default values, and so MOS 4.41 (ITU-T G.107, table 2 and annex B)", () => {
    const { r, ro, is, id, ieEff, a } = rating();
    expect(r).toBeCloseTo(93.2, 1);
    expect(meanOpinionScore(r)).toBeCloseTo(4.41, 2);
    expect(r).toBe(ro - is - id - ieEff + a);
  });

  it("is not harmed by a way of up to 100 ms without echo, and much by one of 400 ms (G.114, figure 1)", () => {
    expect(rating({ ta: 100 }).id).toBe(rating().id);
    // G.114: little above 90 at 150 ms; users dissatisfied at 400 ms
    expect(rating({ ta: 150 }).r).toBeGreaterThan(90);
    expect(satisfaction(rating({ ta: 400 }).r)).toBe("many");
  });

  it("falls with every impairment, and rises with what users forgive", () => {
    const { r } = rating();
    const worse = [
      { t: 50 },
      { t: 50, telr: 40 },
      { tr: 50, wepl: 20 },
      { slr: 20 },
      { stmr: 5 },
      { qdu: 8 },
      { ps: 60 },
    ];
    for (const parameters of worse) expect(rating(parameters).r).toBeLessThan(r - 0.1);
    expect(rating({ a: 10 }).r).toBeCloseTo(r + 10, 9);
    expect(rating({ t: 50, telr: 40 }).r).toBeLessThan(rating({ t: 50 }).r);
  });

  it("adds sidetone to the talker's echo where it is far too soft (formula 7-24)", () => {
    const soft = rating({ stmr: 25, t: 10 });
    expect(soft.id).toBeGreaterThan(rating({ stmr: 20, t: 10 }).id);
  });

  it("never rises with delay or loss", () => {
    const delay = fc.double({ min: 0, max: 1000, noNaN: true });
    const loss = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(delay, loss, loss, (ta, ppl, more) => {
        const before = rating({ ta, ppl }).r;
        expect(rating({ ta, ppl: ppl + more }).r).toBeLessThanOrEqual(before);
        expect(rating({ ta: ta + 50, ppl }).r).toBeLessThanOrEqual(before + 1e-9);
      }),
    );
  });
});

describe("the impairment by lost packets", () => {
  // ITU-T G.113 (2001), appendix I: G.711 with PLC, packets lost at random, which Bpl 25.1 sums up
  it.each([
    [0, 0],
    [1, 5],
    [2, 7],
    [3, 10],
    [5, 15],
    [7, 20],
    [10, 25],
  ])("of G.711 with concealment at %d %% is about %d", (ppl, measured) => {
    const { ie, bpl } = codecImpairment(["g711U"], true)!;
    expect(Math.abs(effectiveEquipmentImpairment({ ie, bpl, ppl, burstR: 1 }) - measured)).toBeLessThan(2.2);
  });

  it("is worse without concealment, and in bursts", () => {
    const impairment = (concealed: boolean, burstR: number) =>
      effectiveEquipmentImpairment({ ...codecImpairment(["g711A"], concealed)!, ppl: 2, burstR });
    expect(impairment(false, 1)).toBeCloseTo((95 * 2) / (2 + 4.3), 9);
    expect(impairment(false, 1)).toBeGreaterThan(impairment(true, 1));
    expect(impairment(true, 2)).toBeGreaterThan(impairment(true, 1));
  });

  it("is known of G.711 alone, whatever stands beside the voice", () => {
    expect(codecImpairment(["g711U", "telephone-event", "CN"], true)).toEqual({ ie: 0, bpl: 25.1 });
    for (const payloads of [["g722"], ["g711U", "g729"], ["telephone-event"], [], ["RTPType-96"]])
      expect(codecImpairment(payloads, true)).toBeUndefined();
  });
});

describe("the mean opinion score of a rating", () => {
  // ITU-T G.107, table B.1: the lower limits of R for each category
  it.each([
    [90, 4.34, "very satisfied"],
    [80, 4.03, "satisfied"],
    [70, 3.6, "some"],
    [60, 3.1, "many"],
    [50, 2.58, "nearly all"],
    [49.9, 2.57, "not recommended"],
    [0, 1, "not recommended"],
    [-5, 1, "not recommended"],
    [100, 4.5, "very satisfied"],
    [120, 4.5, "very satisfied"],
  ])("of R = %d is %d: %s", (r, mos, users) => {
    expect(Math.abs(meanOpinionScore(r) - mos)).toBeLessThan(0.0101);
    expect(satisfaction(r)).toBe(users);
  });
});

describe("the losses of a stream", () => {
  it("are those that the network's own log knows: 101 of 3632, nearly at random", () => {
    const { ppl, burstR } = packetLoss(
      recordedStreams("bad-network.txt")[0]!.packets.map((packet) => packet[1]),
    );
    expect(ppl).toBeCloseTo((100 * 101) / 3632, 9);
    expect(burstR).toBeLessThan(1.1);
  });

  it("are of bursts where they come together", () => {
    const kept = Array.from({ length: 100 }, (_, i) => i).filter((i) => i < 50 || i >= 60);
    expect(packetLoss(kept)).toEqual({ ppl: 10, burstR: 9 }); // one burst of 10, where 1 / 0.9 were to be expected
    expect(packetLoss([])).toEqual({ ppl: 0, burstR: 1 });
  });
});
