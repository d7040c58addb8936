import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type CallSeen, compareCall, readPlan } from "../../../src/asterisk/index.js";
import { callsOf } from "../../../src/voip/calls.js";
import { analysed, dialog } from "../../voip/story.js";

const APPLICATIONS = [
  "Dial(SIP/20,8)",
  "Dial(SIP/20&SIP/30)",
  "Dial()",
  "Answer()",
  "Background(a)",
  "WaitExten(2)",
  "Read(x,,1)",
  "Goto(x,1)",
  "Goto(1,1)",
  "Goto(nowhere)",
  "GotoIf($[1 > 2]?1:2)",
  "Gosub(1,1)",
  "Return()",
  "VoiceMail(20)",
  "Busy()",
  "Hangup(17)",
];

const plan = fc
  .array(fc.tuple(fc.constantFrom("x", "1", "2", "i", "t", "h"), fc.constantFrom(...APPLICATIONS)), {
    maxLength: 20,
  })
  .map((steps) =>
    ["[local]", "exten => x,1,NoOp()", ...steps.map(([name, what]) => `exten => ${name},n,${what}`)].join(
      "\n",
    ),
  );

describe("whatever the plan, and whatever the call", () => {
  const CALLS = [
    "1 → INVITE 1",
    "1 → INVITE 1\n2 ← 200 INVITE 1\n2.1 → ACK 1\n9 → BYE 2\n9.1 ← 200 BYE 2",
    "1 → INVITE 1\n2 ← 200 INVITE 1\n2.1 → ACK 1\n9 ← BYE 1\n9.1 → 200 BYE 1",
    "1 → INVITE 1\n2 ← 486 INVITE 1",
    "1 → INVITE 1\n2 → CANCEL 1\n2.1 ← 487 INVITE 1",
  ];
  const seen: CallSeen[] = [];
  beforeAll(async () => {
    for (const script of CALLS) {
      const { signalling } = await analysed(
        dialog({ caller: "10.0.0.10", callee: "10.0.0.12", callId: "in" }, script),
        dialog(
          { caller: "10.0.0.12", callee: "10.0.0.20", callId: "out" },
          "1.5 → INVITE 1\n1.9 ← 200 INVITE 1",
        ),
      );
      const calls = callsOf(signalling.byCallId);
      const keys = ["1", "9"].map((key, i) => ({ key, time: (3 + i) * 1e9, frame: 1 }));
      seen.push({ call: calls[0]!, calls, keys, contactOf: () => "sip:20@10.0.0.20" });
    }
  });

  it("the comparison ends, and every row says something", () => {
    fc.assert(
      fc.property(plan, fc.nat(CALLS.length - 1), (conf, which) => {
        const rows = compareCall(readPlan(conf), seen[which]!, { context: "local" });
        expect(rows.length).toBeGreaterThan(0);
        expect(rows.length).toBeLessThan(1000);
        for (const { predicted, captured } of rows) expect([predicted(), captured?.()]).not.toContain("");
      }),
      { numRuns: 300 },
    );
  });
});
