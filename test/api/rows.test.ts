import { describe, expect, it } from "vitest";
import { Calls, openCapture, SipMessages, Streams } from "../../src/core.js";
import { captureOf, dialog, voice } from "../voip/story.js";

const call = (callId: string, caller: string, port: number) =>
  dialog(
    { caller, callee: "10.0.0.12", callId },
    `0 → INVITE 1 audio=${port}\n1 ← 200 INVITE 1 audio=${port + 1000}\n1.1 → ACK 1`,
  );
const bytes = captureOf(
  call("a", "10.0.0.1", 4000),
  call("b", "10.0.0.2", 4002),
  call("c", "10.0.0.3", 4004),
  voice(2, "10.0.0.2:4002", "10.0.0.12:5002"),
);

describe("rows", () => {
  it("stay of their kind where rows are left out", async () => {
    const { calls, streams, sip } = await openCapture(bytes);
    const some = calls.filter(({ callId }) => callId !== "a");
    expect(some.map(({ callId }) => callId)).toEqual(["b", "c"]);
    expect(some).toBeInstanceOf(Calls);
    expect(some.slice(1)).toBeInstanceOf(Calls);
    expect(some.slice(-1)[0]!.callId).toBe("c");
    expect(streams.filter(() => false)).toBeInstanceOf(Streams);
    expect(sip.slice(0, 2)).toBeInstanceOf(SipMessages);
    expect(String(some)).toMatch(/10\.0\.0\.2[\s\S]*10\.0\.0\.3/);
  });

  it("are plain arrays where they become something else", async () => {
    const { calls } = await openCapture(bytes);
    const ids = calls.map(({ callId }) => callId);
    expect(ids).toEqual(["a", "b", "c"]);
    expect(Object.getPrototypeOf(ids)).toBe(Array.prototype);
    expect(Object.getPrototypeOf(calls.flatMap(({ frames }) => frames))).toBe(Array.prototype);
    expect(Object.getPrototypeOf(calls.concat([]))).toBe(Array.prototype);
  });

  it("are the same objects each time, where a stream must be known again", async () => {
    const capture = await openCapture(bytes);
    expect(capture.calls).toBe(capture.calls);
    expect(capture.calls[1]!.streams[0]).toBe(capture.streams[0]);
  });
});

describe("SIP messages", () => {
  it("say what they are", async () => {
    const { sip } = await openCapture(bytes);
    const [invite, answer] = sip.filter(({ callId }) => callId === "b");
    expect([invite!.label, answer!.label]).toEqual(["INVITE", "200 OK (INVITE)"]);
    expect([invite!.method, answer!.method, answer!.status, invite!.status]).toEqual([
      "INVITE",
      undefined,
      200,
      undefined,
    ]);
    expect(invite!.endpoints).toEqual({
      source: { address: "10.0.0.2", port: 5060 },
      destination: { address: "10.0.0.12", port: 5060 },
    });
    expect([answer!.frame, answer!.time, answer!.header("cseq")]).toEqual([5, 1, "1 INVITE"]);
  });
});

describe("session descriptions", () => {
  const described = async (script: string) => {
    const parties = { caller: "10.0.0.10", callee: "10.0.0.12", callId: "1" };
    const { calls } = await openCapture(captureOf(dialog(parties, script)));
    return calls[0]!.descriptions.map(({ kind, source, port }) => `${kind} ${source} ${port}`);
  };

  it("are offers and answers", async () => {
    expect(
      await described("0 → INVITE 1 audio=4000\n1 ← 183 INVITE 1 audio=5000\n2 ← 200 INVITE 1 audio=5000"),
    ).toEqual(["offer 10.0.0.10 4000", "answer 10.0.0.12 5000", "answer 10.0.0.12 5000"]);
  });

  it("are an offer in the answer where the INVITE had none", async () => {
    expect(await described("0 → INVITE 1\n1 ← 200 INVITE 1 audio=5000\n2 → ACK 1 audio=4000")).toEqual([
      "offer 10.0.0.12 5000",
      "answer 10.0.0.10 4000",
    ]);
  });

  it("are the callee's offer in its own INVITE, though its number was the caller's before", async () => {
    const script = "0 → INVITE 1 audio=4000\n1 ← 200 INVITE 1 audio=5000\n2 → ACK 1";
    expect(await described(`${script}\n5 ← INVITE 1 audio=5002\n6 → 200 INVITE 1 audio=4000`)).toEqual([
      "offer 10.0.0.10 4000",
      "answer 10.0.0.12 5000",
      "offer 10.0.0.12 5002",
      "answer 10.0.0.10 4000",
    ]);
  });
});
