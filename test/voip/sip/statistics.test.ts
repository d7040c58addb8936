import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCapture } from "../../../src/core.js";
import { statusRow } from "../../../src/voip/sip/status-codes.js";
import { captureOf, dialog, sip } from "../story.js";

const PARTIES = { caller: "10.0.0.1", callee: "10.0.0.2", callId: "x" };

async function statistics(script: string) {
  return (await openCapture(captureOf(dialog(PARTIES, script)))).sipStatistics;
}

// What TShark 4.0.17 prints for `-q -z sip,stat` of the same messages, in the same words.
describe("messages sent again, and setup times", () => {
  it.each([
    ["a call", 0, [1500], "0 → INVITE 1\n1 ← 200 INVITE 1\n1.5 → ACK 1"],
    ["an INVITE sent again", 1, [1500], "0 → INVITE 1\n0.5 → INVITE 1\n1 ← 200 INVITE 1\n1.5 → ACK 1"],
    ["an answer sent again", 1, [2900], "0 → INVITE 1\n1 ← 200 INVITE 1\n1.2 ← 200 INVITE 1\n2.9 → ACK 1"],
    [
      "an answer sent again after that to another request",
      1,
      [2900],
      "0 → INVITE 1\n1 ← 200 INVITE 1\n1.2 ← 200 OPTIONS 1\n1.3 ← 200 INVITE 1\n2.9 → ACK 1",
    ],
    [
      "provisional answers, which do not count",
      0,
      [],
      "0 → INVITE 1\n1 ← 180 INVITE 1\n1.2 ← 180 INVITE 1\n2 ← 200 INVITE 1\n2.1 ← 180 INVITE 1\n2.2 ← 200 INVITE 1",
    ],
    [
      "an ACK sent again: from the first one",
      0,
      [1500, 400],
      "0 → INVITE 1\n1 ← 200 INVITE 1\n1.5 → ACK 1\n1.9 → ACK 1",
    ],
    [
      "a call given up: from its CANCEL",
      0,
      [300],
      "0 → INVITE 1\n1 ← 180 INVITE 1\n2 → CANCEL 1\n2.1 ← 200 CANCEL 1\n2.2 ← 487 INVITE 1\n2.3 → ACK 1",
    ],
    [
      "a CANCEL sent again, which is not told",
      0,
      [400],
      "0 → INVITE 1\n2 → CANCEL 1\n2.5 → CANCEL 1\n2.6 ← 200 CANCEL 1\n2.7 ← 487 INVITE 1\n2.9 → ACK 1",
    ],
    [
      "an INVITE after its CANCEL",
      1,
      [900],
      "0 → INVITE 1\n2 → CANCEL 1\n2.5 → INVITE 1\n2.7 ← 487 INVITE 1\n2.9 → ACK 1",
    ],
    [
      "another request between",
      0,
      [900, 600],
      "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → BYE 2\n2.9 → ACK 1\n3.5 → ACK 1",
    ],
    [
      "both ways",
      0,
      [1200, 1500],
      "0 → INVITE 1\n1 ← 200 INVITE 1\n1.2 → ACK 1\n2 ← INVITE 1\n3 → 200 INVITE 1\n3.5 ← ACK 1",
    ],
    [
      "a number used again after a refusal",
      3,
      [1200, 1300],
      "0 → INVITE 1\n1 ← 401 INVITE 1\n1.2 → ACK 1\n2 → INVITE 1\n2.5 → ACK 1\n2.7 → INVITE 1\n2.8 → INVITE 1",
    ],
    ["an ACK alone", 0, [], "0 → ACK 1"],
  ])("%s", async (_name, resent, setups, script) => {
    const found = await statistics(script);
    expect(found.resent).toBe(resent);
    expect(found.setups.map(({ milliseconds }) => milliseconds)).toEqual(setups);
  });

  it("average, least and greatest, in whole milliseconds", async () => {
    const found = await statistics("0 → INVITE 1\n1 ← 200 INVITE 1\n1.5 → ACK 1\n1.9 → ACK 1");
    expect(found.setupTime).toEqual({ average: 950, min: 400, max: 1500 });
    expect((await statistics("0 → INVITE 1")).setupTime).toBeUndefined();
  });
});

describe("the counts", () => {
  it("are by method in order of appearance and by status code, with the frames", async () => {
    const found = await statistics(
      "0 → INVITE 1\n1 ← 180 INVITE 1\n2 ← 200 INVITE 1\n3 → ACK 1\n4 → BYE 2\n5 ← 200 BYE 2",
    );
    expect(found.messages).toBe(6);
    expect(found.requests).toEqual([
      { method: "INVITE", messages: 1, frames: [1] },
      { method: "ACK", messages: 1, frames: [4] },
      { method: "BYE", messages: 1, frames: [5] },
    ]);
    expect(found.responses).toEqual([
      { status: 180, reason: "Ringing", messages: 1, frames: [2] },
      { status: 200, reason: "OK", messages: 2, frames: [3, 6] },
    ]);
  });

  it("put codes without a name with the others of their class, and none without a class", () => {
    expect(statusRow(487)).toEqual([487, "Request Terminated"]);
    expect(statusRow(409)).toEqual([499, "Client Error - Others"]);
    expect(statusRow(199)).toEqual([199, "Informational - Others"]);
    expect([statusRow(99), statusRow(700), statusRow(0)]).toEqual([undefined, undefined, undefined]);
  });

  it("leave a message out that ends within its headers", async () => {
    const { payload, ...rest } = sip(
      0,
      "10.0.0.1",
      "10.0.0.2",
      "BYE sip:b@x SIP/2.0\nCall-ID: 1\nCSeq: 1 BYE",
    );
    const broken = { ...rest, payload: payload.subarray(0, payload.length - 4) };
    const { sipStatistics, sip: messages } = await openCapture(captureOf(broken));
    expect([messages.length, sipStatistics.messages]).toEqual([1, 0]);
  });

  it("add up, whatever the messages", async () => {
    const line = fc.tuple(
      fc.constantFrom("→", "←"),
      fc.constantFrom("INVITE", "ACK", "CANCEL", "BYE", "200 INVITE", "487 INVITE", "999 BYE", "409 INVITE"),
      fc.integer({ min: 1, max: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 20 }), async (lines) => {
        const script = lines.map(([arrow, what, number], i) => `${i} ${arrow} ${what} ${number}`);
        const found = lines.length === 0 ? undefined : await statistics(script.join("\n"));
        const sum = (rows: readonly { messages: number; frames: number[] }[] = []) =>
          rows.reduce((total, row) => total + row.frames.length, 0);
        const unclassed = lines.filter(([, what]) => what === "999 BYE").length;
        expect(sum(found?.requests) + sum(found?.responses) + unclassed).toBe(lines.length);
      }),
      { numRuns: 50 },
    );
  });
});
