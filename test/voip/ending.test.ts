import { describe, expect, it } from "vitest";
import { callsOf } from "../../src/voip/calls.js";
import { type CallEnding, endingOf, sideOf } from "../../src/voip/ending.js";
import { progressOf } from "../../src/voip/progress.js";
import { analysed, dialog, type Sent } from "./story.js";

const A = "10.0.0.10";
const B = "10.0.0.12";
const parties = { caller: A, callee: B, callId: "1" };

const ANSWERED = "0 → INVITE 1\n1 ← 180 INVITE 1\n3 ← 200 INVITE 1\n3.1 → ACK 1\n";

async function callIn(...sent: (Sent | Sent[])[]) {
  const { signalling } = await analysed(...sent);
  const [call] = callsOf(signalling.byCallId);
  return call!;
}

async function ending(script: string): Promise<CallEnding> {
  return endingOf(await callIn(dialog(parties, script)));
}

describe("how a call ended", () => {
  it("is told by a BYE and its answer", async () => {
    expect(await ending(`${ANSWERED}9 ← BYE 7\n9.5 → 200 BYE 7`)).toEqual({
      how: "hung up",
      by: "callee",
      status: 200,
      time: 9e9,
      frames: [5, 6],
    });
  });

  it("is told by a BYE that nobody answers", async () => {
    expect(await ending(`${ANSWERED}9 → BYE 2`)).toMatchObject({
      by: "caller",
      status: undefined,
      frames: [5],
    });
  });

  it("is not told by the answer to the other side's BYE of the same number", async () => {
    expect(await ending(`${ANSWERED}9 → BYE 2\n9.1 ← BYE 2\n9.2 → 200 BYE 2\n9.3 ← 481 BYE 2`)).toMatchObject(
      {
        by: "caller",
        status: 481,
        frames: [5, 8],
      },
    );
  });

  it("is told by a CANCEL, its answer and the 487", async () => {
    const script =
      "0 → INVITE 1\n1 ← 180 INVITE 1\n8 → CANCEL 1\n8.1 ← 200 CANCEL 1\n8.2 ← 487 INVITE 1\n8.3 → ACK 1";
    expect(await ending(script)).toEqual({
      how: "cancelled",
      by: "caller",
      status: 487,
      time: 8e9,
      frames: [3, 4, 5],
    });
  });

  it("is a BYE's where the answer crossed the CANCEL", async () => {
    const script =
      "0 → INVITE 1\n2 → CANCEL 1\n2.1 ← 200 INVITE 1\n2.2 ← 481 CANCEL 1\n2.3 → ACK 1\n2.4 → BYE 2";
    expect(await ending(script)).toMatchObject({ how: "hung up", frames: [6] });
  });

  it("is told by a refusal", async () => {
    expect(await ending("0 → INVITE 1\n1 ← 180 INVITE 1\n4 ← 603 INVITE 1\n4.1 → ACK 1")).toEqual({
      how: "rejected",
      by: "callee",
      status: 603,
      time: 4e9,
      frames: [3],
    });
  });

  it("is open after a challenge that a new INVITE takes up, and a refusal after one that nobody does", async () => {
    const challenge = "0 → INVITE 1\n1 ← 401 INVITE 1\n1.1 → ACK 1";
    expect(await ending(`${challenge}\n1.2 → INVITE 2\n2 ← 180 INVITE 2`)).toMatchObject({ how: "open" });
    expect(await ending(challenge)).toMatchObject({ how: "rejected", status: 401 });
  });

  it("is open while they talk, though a re-INVITE was refused", async () => {
    expect(await ending(`${ANSWERED}5 → INVITE 2\n5.1 ← 488 INVITE 2\n5.2 → ACK 2`)).toEqual({
      how: "open",
      by: undefined,
      status: undefined,
      time: undefined,
      frames: [],
    });
  });
});

describe("who is who", () => {
  const sides = async (tags: boolean, callee: string) => {
    const script = `${ANSWERED}4 ← INVITE 9\n5 → 200 INVITE 9\n6 ← ACK 9`;
    const call = await callIn(dialog({ ...parties, callee, tags }, script));
    return call.events.map((event) => (sideOf(call, event) === "caller" ? "→" : "←")).join("");
  };

  it("is told by tags, also where both are at one address", async () => {
    expect(await sides(true, B)).toBe("→←←→←→←");
    expect(await sides(true, `${A}:5070`)).toBe("→←←→←→←");
  });

  it("is told by addresses where there are no tags", async () => {
    expect(await sides(false, B)).toBe("→←←→←→←");
  });

  it("is the same on both hops of a proxy", async () => {
    const hop = dialog(parties, "0 → INVITE 1\n3 ← 200 INVITE 1\n4 → BYE 2");
    const next = dialog(
      { ...parties, caller: B, callee: "10.0.0.51" },
      "1 → INVITE 1\n2 ← 200 INVITE 1\n5 → BYE 2",
    );
    const call = await callIn(hop, next);
    expect(call.events.map((event) => sideOf(call, event))).toEqual([
      "caller",
      "caller",
      "callee",
      "callee",
      "caller",
      "caller",
    ]);
  });
});

describe("the moments of a call", () => {
  const progress = async (script: string) => progressOf(await callIn(dialog(parties, script)));

  it("are those of its messages", async () => {
    expect(await progress(`${ANSWERED}9.5 → BYE 2\n9.6 ← 200 BYE 2`)).toEqual({
      dialled: 0,
      ringing: 1e9,
      answered: 3e9,
      ended: 9.5e9,
      postDialDelay: 1e9,
      ringTime: 2e9,
      talkTime: 6.5e9,
    });
  });

  it("begin with the first INVITE, not with the one that has credentials", async () => {
    const script =
      "0 → INVITE 1\n0.1 ← 401 INVITE 1\n0.2 → INVITE 2\n0.75 ← 183 INVITE 2\n2.75 ← 486 INVITE 2";
    expect(await progress(script)).toMatchObject({
      dialled: 0,
      postDialDelay: 0.75e9,
      ringTime: 2e9,
      ended: 2.75e9,
    });
  });

  it("are missing where the capture does not show them", async () => {
    expect(await progress("0 → INVITE 1\n1 ← 200 INVITE 1")).toEqual({
      dialled: 0,
      ringing: undefined,
      answered: 1e9,
      ended: undefined,
      postDialDelay: undefined,
      ringTime: undefined,
      talkTime: undefined,
    });
  });
});
