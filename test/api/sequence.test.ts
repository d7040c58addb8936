import { expect, test } from "vitest";
import { callPhases } from "../../src/api/sequence.js";
import type { SignallingEvent } from "../../src/voip/signalling.js";

/** Messages, a line each: Call-ID, method or status, and of a status the method that it answers. */
function phasesOf(script: string, calls: Parameters<typeof callPhases>[0] = []): string[] {
  const phaseOf = callPhases(calls);
  return script
    .trim()
    .split("\n")
    .map((line) => {
      const [callId, first, answered] = line.trim().split(" ") as [string, string, string?];
      const message = { callId, method: answered ? undefined : first, cseq: { method: answered ?? first } };
      return `${line.trim()}: ${phaseOf({ message } as SignallingEvent) ?? "-"}`;
    });
}

test("a CANCEL, its answer, the 487 and its ACK are one story: the end of the call", () => {
  expect(phasesOf("a INVITE\na 180 INVITE\na CANCEL\na 200 CANCEL\na 487 INVITE\na ACK\nb INVITE")).toEqual([
    "a INVITE: call set-up",
    "a 180 INVITE: call set-up",
    "a CANCEL: end of the call",
    "a 200 CANCEL: end of the call",
    "a 487 INVITE: end of the call",
    "a ACK: -",
    "b INVITE: call set-up",
  ]);
});

test("a leg behind a server that is cancelled ends nothing: the other goes on", () => {
  const legs = [
    { call: { callId: "a" }, continues: undefined },
    { call: { callId: "b" }, continues: {} },
  ];
  const script =
    "a INVITE\nb INVITE\nb CANCEL\na 200 INVITE\nb 200 CANCEL\nb 487 INVITE\na ACK\na BYE\na 200 BYE";
  expect(phasesOf(script, [{ legs }])).toEqual([
    "a INVITE: call set-up",
    "b INVITE: call set-up",
    "b CANCEL: -",
    "a 200 INVITE: call set-up",
    "b 200 CANCEL: -",
    "b 487 INVITE: -",
    "a ACK: -",
    "a BYE: end of the call",
    "a 200 BYE: end of the call",
  ]);
});
