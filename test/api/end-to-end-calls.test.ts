import { describe, expect, it } from "vitest";
import { jupyterDisplay, openCapture } from "../../src/core.js";
import { captureOf, dialog } from "../voip/story.js";

const CALLER = "10.0.0.10";
const SERVER = "10.0.0.12";
const FOR_10 = "| P-Asserted-Identity: <sip:10@example.org>";

/** A server that rings two phones for the caller; the second answers, or nobody does. */
async function ringGroup(answered: boolean) {
  const leg = (callee: string, script: string) => dialog({ caller: SERVER, callee, callId: callee }, script);
  const inner = answered ? "2 ← 200 INVITE 1\n2.1 → ACK 1\n9 → BYE 2" : "2 ← 486 INVITE 1\n2.1 → ACK 1";
  const outer = answered ? "2.2 ← 200 INVITE 1\n2.3 → ACK 1\n8 → BYE 2" : "2.2 ← 603 INVITE 1\n2.3 → ACK 1";
  return openCapture(
    captureOf(
      dialog({ caller: CALLER, callee: SERVER, callId: "a" }, `0 → INVITE 1\n${outer}`),
      leg("10.0.0.51", `0.1 → INVITE 1 ${FOR_10}\n2.15 → CANCEL 1\n2.16 ← 200 CANCEL 1\n2.17 ← 487 INVITE 1`),
      leg("10.0.0.87", `0.1 → INVITE 1 ${FOR_10}\n${inner}`),
    ),
  );
}

describe("an end-to-end call", () => {
  it("has the caller's leg and those that ring for it, and who answered", async () => {
    const { endToEndCalls, calls } = await ringGroup(true);
    const [call] = endToEndCalls;
    expect(endToEndCalls).toHaveLength(1);
    expect([call!.from, call!.to, call!.state]).toEqual([
      "sip:10@example.org",
      "sip:12@example.org",
      "COMPLETED",
    ]);
    expect(call!.answeredBy).toEqual(["sip:87@example.org"]);
    expect(call!.calleeLegs.map(({ callId }) => callId)).toEqual(["10.0.0.51", "10.0.0.87"]);
    expect([call!.start, call!.stop]).toEqual([0, 9]);
    expect(call!.frames).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    for (const leg of calls) expect(leg.legs).toBe(call!.legs);
  });

  it("nobody may have answered, or the server itself", async () => {
    expect((await ringGroup(false)).endToEndCalls[0]!.answeredBy).toEqual([]);
    const { endToEndCalls } = await openCapture(
      captureOf(
        dialog({ caller: CALLER, callee: SERVER, callId: "a" }, "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → ACK 1"),
      ),
    );
    expect(endToEndCalls.map(({ answeredBy }) => answeredBy)).toEqual([[SERVER]]);
  });

  it("does not end where a phone need not ring any more", async () => {
    const [call] = (await ringGroup(true)).endToEndCalls;
    const figure = JSON.stringify(call!.sequence()[jupyterDisplay]()["application/vnd.plotly.v1+json"]);
    expect(figure).toContain("CANCEL");
    expect(figure.match(/call set-up/g)).toHaveLength(1);
    expect(figure.match(/end of the call/g)).toHaveLength(1);
  });

  it("is drawn of no legs at all", async () => {
    const [call] = (await ringGroup(true)).endToEndCalls;
    const none = call!.legs.filter(() => false);
    expect(none.sequence()[jupyterDisplay]()["text/plain"]).toBeTypeOf("string");
  });
});
