import { describe, expect, it } from "vitest";
import { type CallSummary, callsOf } from "../../src/voip/calls.js";
import { analysed, dialog, type Sent, sip } from "./story.js";

const A = "10.0.0.10";
const B = "10.0.0.12";

async function callsIn(...sent: (Sent | Sent[])[]): Promise<CallSummary[]> {
  const { signalling } = await analysed(...sent);
  return callsOf(signalling.byCallId);
}

/** State and comments of one call between A and B. */
async function outcome(script: string): Promise<string> {
  const [call] = await callsIn(dialog({ caller: A, callee: B, callId: "1" }, script));
  return `${call!.state} | ${call!.comments} | ${call!.packets}`;
}

// The rules of Wireshark's VoIP Calls (ui/voip_calls.c): who the first INVITE came from, and its CSeq, decide.
describe("the state of a call", () => {
  it.each([
    ["an INVITE alone", "CALL SETUP | INVITE | 1", "0 → INVITE 1"],
    ["a ringing phone", "CALL SETUP | INVITE | 3", "0 → INVITE 1\n1 ← 100 INVITE 1\n2 ← 180 INVITE 1"],
    ["an answer without an ACK", "CALL SETUP | INVITE 200 | 2", "0 → INVITE 1\n1 ← 200 INVITE 1"],
    ["a conversation", "IN CALL | INVITE 200 | 3", "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → ACK 1"],
    [
      "a call that the caller ended",
      "COMPLETED | INVITE 200 | 5",
      "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → ACK 1\n9 → BYE 2\n9.1 ← 200 BYE 2",
    ],
    [
      "a call that the callee ended",
      "COMPLETED | INVITE 200 | 4",
      "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → ACK 1\n9 ← BYE 1",
    ],
    ["a busy callee", "REJECTED | INVITE 486 | 3", "0 → INVITE 1\n1 ← 486 INVITE 1\n1.1 → ACK 1"],
    ["a redirection", "REJECTED | INVITE 302 | 3", "0 → INVITE 1\n1 ← 302 INVITE 1\n1.1 → ACK 1"],
    [
      "a challenge, which a second INVITE answers",
      "CALL SETUP | INVITE 401 | 4",
      "0 → INVITE 1\n1 ← 401 INVITE 1\n1.1 → ACK 1\n2 → INVITE 2",
    ],
    [
      "a challenge and a call",
      "IN CALL | INVITE 401 200 | 6",
      "0 → INVITE 1\n1 ← 401 INVITE 1\n1.1 → ACK 1\n2 → INVITE 2\n3 ← 200 INVITE 2\n4 → ACK 2",
    ],
    [
      "a caller who gave up",
      "CANCELLED | INVITE 200 487 | 6",
      "0 → INVITE 1\n1 ← 180 INVITE 1\n8 → CANCEL 1\n8.1 ← 200 CANCEL 1\n8.2 ← 487 INVITE 1\n8.3 → ACK 1",
    ],
    [
      "an answer sent again counts again",
      "IN CALL | INVITE 200 200 | 4",
      "0 → INVITE 1\n1 ← 200 INVITE 1\n1.5 ← 200 INVITE 1\n2 → ACK 1",
    ],
    [
      "the caller's re-INVITE sets the call up anew",
      "IN CALL | INVITE 200 200 | 6",
      "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → ACK 1\n3 → INVITE 2\n4 ← 200 INVITE 2\n5 → ACK 2",
    ],
    [
      "the callee's re-INVITE changes nothing",
      "IN CALL | INVITE 200 | 6",
      "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → ACK 1\n3 ← INVITE 1\n4 → 488 INVITE 1\n5 ← ACK 1",
    ],
    [
      "a redirection that is followed",
      "IN CALL | INVITE 302 200 | 6",
      "0 → INVITE 1\n1 ← 302 INVITE 1\n1.1 → ACK 1\n2 → INVITE 2\n3 ← 200 INVITE 2\n4 → ACK 2",
    ],
    [
      "a callee that nobody reaches",
      "CALL SETUP | INVITE | 4",
      "0 → INVITE 1\n0.5 → INVITE 1\n1.5 → INVITE 1\n3.5 → INVITE 1",
    ],
    ["a server that waited too long", "REJECTED | INVITE 408 | 2", "0 → INVITE 1\n32 ← 408 INVITE 1"],
    ["an end of the ringing without a CANCEL", "REJECTED | INVITE 487 | 2", "0 → INVITE 1\n1 ← 487 INVITE 1"],
    [
      "a CANCEL after an answer",
      "CANCELLED | INVITE 200 | 3",
      "0 → INVITE 1\n1 ← 200 INVITE 1\n1.1 → CANCEL 1",
    ],
    [
      "a CANCEL during the conversation changes nothing",
      "IN CALL | INVITE 200 | 4",
      "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → ACK 1\n3 → CANCEL 1",
    ],
    [
      "a new attempt after a CANCEL, which no answer completes",
      "CALL SETUP | INVITE 487 200 | 6",
      "0 → INVITE 1\n1 → CANCEL 1\n2 ← 487 INVITE 1\n3 → INVITE 2\n4 ← 200 INVITE 2\n5 → ACK 2",
    ],
    [
      "the caller's re-INVITE refused: the conversation goes on",
      "IN CALL | INVITE 200 488 | 6",
      "0 → INVITE 1\n1 ← 200 INVITE 1\n2 → ACK 1\n3 → INVITE 2\n4 ← 488 INVITE 2\n5 → ACK 2",
    ],
    [
      "other requests change nothing",
      "IN CALL | INVITE 200 | 8",
      "0 → INVITE 1\n0.1 ← 183 INVITE 1\n0.2 → PRACK 2\n0.3 ← 200 PRACK 2\n1 ← 200 INVITE 1\n2 → ACK 1\n3 → UPDATE 3\n4 → INFO 4",
    ],
    [
      "an answer to a request with the INVITE's number counts as its answer",
      "REJECTED | INVITE 481 200 | 3",
      "0 → INVITE 1\n1 ← 481 OPTIONS 1\n2 ← 200 INVITE 1",
    ],
    [
      "a CANCEL with another number is not of this INVITE",
      "CALL SETUP | INVITE | 2",
      "0 → INVITE 1\n8 → CANCEL 7",
    ],
  ])("%s", async (_name, expected, script) => {
    expect(await outcome(script)).toBe(expected);
  });
});

describe("the list of calls", () => {
  const call = { caller: A, callee: B, callId: "call" };

  it("has nothing but what began with an INVITE", async () => {
    const others = dialog({ ...call, callId: "other" }, "0 → REGISTER 1\n1 ← 200 REGISTER 1\n2 → OPTIONS 2");
    expect(await callsIn(others)).toEqual([]);
  });

  it("counts the messages of a Call-ID from its first INVITE on", async () => {
    const [row] = await callsIn(
      dialog(call, "1 → OPTIONS 1\n1.5 ← 200 OPTIONS 1\n2 → INVITE 2\n3.25 ← 486 INVITE 2"),
    );
    expect(row).toMatchObject({ callId: "call", start: 1e9, stop: 2.25e9, packets: 2, initialSpeaker: A });
  });

  it("needs no request before a response, and none of its own to ignore it", async () => {
    expect(await callsIn(dialog(call, "0 ← 200 INVITE 1\n1 → ACK 1"))).toEqual([]);
  });

  it("ignores messages without a Call-ID", async () => {
    const invite = "INVITE sip:b@10.0.0.12 SIP/2.0\nFrom: <sip:a@x>;tag=1\nTo: <sip:b@x>\nCSeq: 1 INVITE";
    expect(await callsIn(sip(0, A, B, invite))).toEqual([]);
  });

  it("keeps both legs of a call through a server apart, in the order of their INVITEs", async () => {
    const first = dialog(call, "0 → INVITE 1\n3 ← 200 INVITE 1\n4 → ACK 1");
    const second = dialog(
      { caller: B, callee: "10.0.0.51", callId: "leg2" },
      "1 → INVITE 102\n2 ← 486 INVITE 102\n2.1 → ACK 102",
    );
    const calls = await callsIn(first, second);
    expect(calls.map(({ callId, state, initialSpeaker }) => [callId, state, initialSpeaker])).toEqual([
      ["call", "IN CALL", A],
      ["leg2", "REJECTED", B],
    ]);
  });

  it("keeps a thousand calls at once apart", async () => {
    const count = 1000;
    const ids = Array.from({ length: count }, (_, i) => `call-${i}`);
    const all = ["0 → INVITE 1", "1 ← 200 INVITE 1", "2 → ACK 1", "3 → BYE 2"].flatMap((line) =>
      ids.flatMap((callId) => dialog({ caller: A, callee: B, callId }, line)),
    );
    const calls = await callsIn(all);
    expect(calls.length).toBe(count);
    expect(calls.every(({ state, packets }) => state === "COMPLETED" && packets === 4)).toBe(true);
  });
});

describe("From and To of a call", () => {
  it.each([
    ['"user1" <sip:user1@10.0.0.12>;tag=1', '"user1" <sip:user1@10.0.0.12>'],
    ["sip:user1@10.0.0.12;tag=1", "sip:user1@10.0.0.12"],
    ["<sip:user1@10.0.0.12;transport=tcp>;tag=1", "<sip:user1@10.0.0.12;transport=tcp>"],
    ['"a > b; c" <sip:user1@10.0.0.12>;tag=1', '"a > b; c" <sip:user1@10.0.0.12>'],
    ["Ann Other <sip:ann@10.0.0.12> ; tag=1", "Ann Other <sip:ann@10.0.0.12>"],
    ["<sip:user1@10.0.0.12", "<sip:user1@10.0.0.12"],
  ])("%s", async (header, shown) => {
    const invite = `INVITE sip:b@10.0.0.12 SIP/2.0\nFrom: ${header}\nTo: <tel:+3312345>\nCall-ID: 1\nCSeq: 1 INVITE`;
    const [call] = await callsIn(sip(0, A, B, invite));
    expect([call!.from, call!.to]).toEqual([shown, "<tel:+3312345>"]);
  });

  it("are empty where the INVITE has none", async () => {
    const [call] = await callsIn(sip(0, A, B, "INVITE sip:b@x SIP/2.0\nCall-ID: 1\nCSeq: 1 INVITE"));
    expect([call!.from, call!.to]).toEqual(["", ""]);
  });
});
