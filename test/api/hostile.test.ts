import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Capture, jupyterDisplay, NotACapture, openCapture } from "../../src/core.js";
import type { Displayable } from "../../src/display/index.js";
import { captureOf, dialog, sdp, sip, voice } from "../voip/story.js";

const A = "10.0.0.10";
const B = "10.0.0.12";

/** Everything of a capture that can be shown. */
function* shownOf(capture: Capture): Generator<Displayable> {
  const { frames, calls, streams, registrations, hosts, sip: messages, protocols } = capture;
  yield* [capture, frames, calls, streams, registrations, hosts, messages, protocols, capture.sequence()];
  yield* frames;
  for (const frame of frames) yield* [frame.explain(), frame.row()];
  yield* [capture.digests, ...capture.digests.map((digest) => digest.workbench("1234"))];
  for (const call of calls) {
    yield* [
      call,
      call.ending,
      call.progress,
      call.descriptions,
      call.agreements,
      call.messages,
      call.sequence(),
    ];
    // an altered time stamp can make hours of silence, which are right and slow
    if (call.recording().duration < 60) yield* [call.player(), call.waveform(), call.activity()];
  }
  for (const stream of streams) yield* [stream, stream.jitterChart()];
  for (const registration of registrations) {
    yield* [registration, registration.sequence()];
    const verification = registration.verify("1234");
    if (verification) yield verification;
  }
}

function showAll(capture: Capture): { html: string; plain: string } {
  let [html, plain] = ["", ""];
  for (const shown of shownOf(capture)) {
    const bundle = shown[jupyterDisplay]() as Record<string, string>;
    html += bundle["text/html"];
    plain += bundle["text/plain"];
  }
  return { html, plain };
}

describe("what a packet says", () => {
  const evil = `"><img src=x onerror=alert(1)><script>alert(2)</script>&lt;`;
  const headers = `From: "${evil.replaceAll('"', '\\"')}" <sip:a@x>;tag=1
To: ${evil}<sip:b@x>
Call-ID: ${evil}
User-Agent: ${evil} \u001b[31m\u0007\u202e
Contact: <sip:${evil}@x>;expires=5`;
  const bytes = captureOf(
    sip(0, A, B, `INVITE sip:${evil} SIP/2.0\n${headers}\nCSeq: 1 INVITE\n\n${sdp(A, 4000)}`),
    sip(0.1, B, A, `SIP/2.0 486 ${evil}\n${headers}\nCSeq: 1 INVITE`),
    sip(0.2, A, B, `REGISTER sip:${evil} SIP/2.0\n${headers}r\nCSeq: 2 REGISTER`),
    voice(1, `${A}:4000`, `${B}:5000`),
  );

  it("is text wherever it is shown, never markup", async () => {
    const { html } = showAll(await openCapture(bytes));
    // our own tags come out of templates; these could only come from the packets
    expect(html).not.toMatch(/<img src=x|<script>alert|onerror=alert\(1\)>(?!&)/i);
    expect(html).toContain("&lt;script&gt;alert(2)&lt;/script&gt;");
  });

  it("drives no terminal", async () => {
    const { plain, html } = showAll(await openCapture(bytes));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(plain).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(html).not.toContain("\u202e");
    expect(plain).toContain("␛[31m␇⟨U+202E⟩");
  });
});

describe("a capture of any bytes", () => {
  const call = { caller: A, callee: B, callId: "1" };
  const challenge = '| WWW-Authenticate: Digest realm="asterisk", nonce="4f"';
  const digest =
    '| Authorization: Digest username="10", realm="asterisk", nonce="4f", uri="x", response="00"';
  const sound = captureOf(
    dialog(
      { ...call, callId: "r" },
      `0 → REGISTER 1 | Contact: <sip:a@x>;expires=60\n0.1 ← 401 REGISTER 1 ${challenge}
       0.2 → REGISTER 2 | Contact: <sip:a@x> ${digest}\n0.3 ← 200 REGISTER 2`,
    ),
    dialog(
      call,
      "1 → INVITE 1 audio=4000\n2 ← 200 INVITE 1 audio=5000\n2.1 → ACK 1\n9 → BYE 2\n9.1 ← 200 BYE 2",
    ),
    voice(3, `${A}:4000`, `${B}:5000`),
    voice(3.01, `${B}:5000`, `${A}:4000`),
  );

  it("opens and shows itself, or is none", async () => {
    const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(sound.length), async (changed, length) => {
        const bytes = sound.slice(0, Math.max(24, sound.length - (length % 3 === 0 ? length : 0)));
        for (const [at, value] of changed) if (at < bytes.length) bytes[at] = value;
        const capture = await openCapture(bytes).catch((error: unknown) => {
          if (error instanceof NotACapture) return undefined;
          throw error;
        });
        if (capture) expect(showAll(capture).plain.length).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  });

  it("of text in a SIP message's place is shown too", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: "binary", maxLength: 30 }), { maxLength: 8 }),
        async (lines) => {
          const text = `INVITE sip:b@x SIP/2.0\nCall-ID: 1\nCSeq: 1 INVITE\nFrom: ${lines.join("\nTo: ")}`;
          const { calls } = await openCapture(captureOf(sip(0, A, B, text)));
          for (const shown of calls) expect(shown[jupyterDisplay]()).toHaveProperty("text/html");
        },
      ),
      { numRuns: 25 },
    );
  });
});
