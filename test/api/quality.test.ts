import { afterEach, describe, expect, it } from "vitest";
import { jupyterDisplay, openCapture, type Stream, setLanguage } from "../../src/core.js";
import { captureOf, voice } from "../voip/story.js";

async function stream(payloadType: number, lost: number[] = []): Promise<Stream> {
  const packets = voice(1, "10.0.0.1:30000", "10.0.0.2:30002", { packets: 100, payloadType });
  const kept = packets.filter((_, i) => !lost.includes(i));
  const { streams } = await openCapture(captureOf(kept), { heuristic: true });
  return streams[0]!;
}

describe("the quality of a stream", () => {
  afterEach(() => setLanguage("en"));

  it("falls with loss, with delay, and without concealment", async () => {
    const whole = (await stream(0)).quality();
    const lossy = await stream(0, [10, 30]);
    const { loss, mos } = lossy.quality();
    expect(loss).toBe(2);
    expect(whole.mos).toBeCloseTo(4.41, 2);
    expect(mos).toBeLessThan(whole.mos!);
    expect(lossy.quality({ concealment: false }).mos).toBeLessThan(mos!);
    expect(lossy.quality({ delay: 300 }).mos).toBeLessThan(mos!);
  });

  it("takes further parameters of the E-model", async () => {
    const g711 = await stream(8);
    const { rating } = g711.quality({ parameters: { a: 10 } });
    expect([rating!.a, rating!.r]).toEqual([10, expect.closeTo(g711.quality().rating!.r + 10, 9)]);
  });

  it("shows the losses that it is given in the place of those seen", async () => {
    const late = (await stream(0)).quality({ parameters: { ppl: 25 } });
    expect(late.loss).toBe(25);
    expect(String(late[jupyterDisplay]()["text/plain"])).toMatch(/Ppl +25[.,]00/);
  });

  it("is not known of other codecs, and says so in both languages", async () => {
    const quality = (await stream(9)).quality();
    expect([quality.rating, quality.mos, quality.satisfaction]).toEqual([undefined, undefined, undefined]);
    const text = () => String(quality[jupyterDisplay]()["text/plain"]);
    expect(text()).toContain("g722: Ie and Bpl are known here for G.711");
    setLanguage("fr");
    expect(text()).toContain("g722 : Ie et Bpl ne sont connus ici que pour G.711");
  });
});
