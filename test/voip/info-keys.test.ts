import { describe, expect, it } from "vitest";
import { explain, openCapture, setLanguage } from "../../src/core.js";
import { captureOf, dialog, sip } from "./story.js";

const [CALLER, SERVER] = ["10.0.0.10", "10.0.0.12"];

/** A key told by INFO within call `a`, with its body of that type. */
const info = (time: number, from: string, cseq: number, type: string, body: string) =>
  sip(
    time,
    from,
    from === CALLER ? SERVER : CALLER,
    [
      `INFO sip:x@${SERVER} SIP/2.0`,
      `Via: SIP/2.0/UDP ${from};branch=z9hG4bK${cseq}`,
      "From: <sip:x>;tag=c",
      "To: <sip:y>;tag=d",
      "Call-ID: a",
      `CSeq: ${cseq} INFO`,
      `Content-Type: ${type}`,
      "",
      body,
    ].join("\n"),
  );

describe("keys told by SIP INFO", () => {
  const call = dialog(
    { caller: CALLER, callee: SERVER, callId: "a" },
    "0 → INVITE 1\n1 ← 200 INVITE 1\n1.1 → ACK 1",
  );
  const opened = (...more: ReturnType<typeof info>[]) => openCapture(captureOf([...call, ...more]));

  it("are pressed keys as RTP events are, each once, those of the caller", async () => {
    const capture = await opened(
      info(2, CALLER, 2, "application/dtmf-relay", "Signal=5\nDuration=160"),
      info(2.5, CALLER, 2, "application/dtmf-relay", "Signal=5\nDuration=160"),
      info(3, CALLER, 3, "application/dtmf-relay", "Signal= 11\nDuration= 160"),
      info(4, CALLER, 4, "application/dtmf", "d"),
      info(5, SERVER, 5, "application/dtmf", "7"),
      info(6, CALLER, 6, "application/dtmf-relay", "Signal=!\nDuration=160"),
      info(7, CALLER, 7, "application/media_control+xml", "<x>5</x>"),
    );
    expect(capture.calls[0]!.keys.map(({ key, time, frame }) => [key, time, frame])).toEqual([
      ["5", 2, 4],
      ["#", 3, 6],
      ["D", 4, 7],
    ]);
  });

  it("are told in words", async () => {
    const capture = await opened(info(2, CALLER, 2, "application/dtmf-relay", "Signal=5\nDuration=160"));
    expect(explain(capture.frame(4)).text).toContain("that key 5 was pressed: in the signalling (INFO)");
    expect(explain(capture.frame(4)).reference).toBe("RFC 6086");
    setLanguage("fr");
    expect(explain(capture.frame(4)).text).toContain("que la touche 5 a été enfoncée");
    setLanguage("en");
  });
});
