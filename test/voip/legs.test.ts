import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streamsOfCalls } from "../../src/voip/call-streams.js";
import { callsOf } from "../../src/voip/calls.js";
import { legsOf } from "../../src/voip/legs/index.js";
import { analysed, dialog, type Sent, sdp, sip, voice } from "./story.js";

const PHONE = "10.0.0.10";
const SERVER = "10.0.0.12";
const OTHER = "10.0.0.51";

/** The legs of each end-to-end call: Call-IDs, and what joined each but the first. */
async function groups(...sent: (Sent | Sent[])[]): Promise<string[]> {
  const { signalling, streams } = await analysed(...sent);
  const calls = callsOf(signalling.byCallId);
  return legsOf(calls, streamsOfCalls(calls, streams.list)).map((legs) =>
    legs
      .map(({ call, continues, evidence }) => {
        const { callId } = calls[call]!;
        return continues === undefined
          ? callId
          : `${calls[continues]!.callId}→${callId} ${evidence.join(" ")}`;
      })
      .join(" | "),
  );
}

const ANSWERED = "INVITE 1\n1 ← 200 INVITE 1\n1.1 → ACK 1";

const incoming = (script: string, caller = PHONE, callId = "a") =>
  dialog({ caller, callee: SERVER, callId }, script);
const outgoing = (script: string, callee = OTHER, callId = "b") =>
  dialog({ caller: SERVER, callee, callId }, script);

/** What a server says of the one for whom it calls; 10 is who calls from 10.0.0.10. */
const FOR = (user: number | string) => `| P-Asserted-Identity: <sip:${user}@example.org>`;

describe("the legs of a call through a server", () => {
  it("are joined by the caller whom both name", async () => {
    expect(await groups(incoming("0 → INVITE 1"), outgoing(`0.1 → INVITE 1 ${FOR(10)}`))).toEqual([
      "a | a→b caller",
    ]);
  });

  it("are joined by the account whose credentials the first one sent", async () => {
    const [credentials] = [
      '| Authorization: Digest username="user1", realm="r", nonce="n", uri="sip:x", response="0"',
    ];
    expect(
      await groups(incoming(`0 → INVITE 1 ${credentials}`), outgoing(`0.1 → INVITE 1 ${FOR("user1")}`)),
    ).toEqual(["a | a→b caller"]);
  });

  it("are joined by the SSRC of a voice that the server passes on", async () => {
    const legs = [
      incoming("0 → INVITE 1 audio=4000\n0.5 ← 200 INVITE 1 audio=10000\n0.6 → ACK 1"),
      outgoing("2 → INVITE 1 audio=10002\n2.5 ← 200 INVITE 1 audio=7078\n2.6 → ACK 1"),
    ];
    const there = voice(3, `${PHONE}:4000`, `${SERVER}:10000`, { ssrc: 7 });
    const passedOn = voice(3.001, `${SERVER}:10002`, `${OTHER}:7078`, { ssrc: 7 });
    expect(await groups(legs[0]!, legs[1]!, there, passedOn)).toEqual(["a | a→b ssrc"]);
    const another = voice(3.001, `${SERVER}:10002`, `${OTHER}:7078`, { ssrc: 8 });
    expect(await groups(legs[0]!, legs[1]!, there, another)).toEqual(["a", "b"]);
  });

  it("are joined by a media address that the server passes on", async () => {
    const invite = sip(
      0.1,
      SERVER,
      OTHER,
      `INVITE sip:x@${OTHER} SIP/2.0\nFrom: <sip:pbx@x>;tag=1\nTo: <sip:y@x>\nCall-ID: b\nCSeq: 1 INVITE\n\n${sdp(PHONE, 4000)}`,
    );
    expect(await groups(incoming("0 → INVITE 1 audio=4000"), invite)).toEqual(["a | a→b media"]);
    expect(await groups(incoming("0 → INVITE 1 audio=4002"), invite)).toEqual(["a", "b"]);
  });

  it("are joined by a Session-ID, whatever addresses the server has", async () => {
    const session = "| Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=00000000000000000000000000000000";
    const leg = dialog({ caller: "192.0.2.1", callee: OTHER, callId: "b" }, `0.1 → INVITE 1 ${session}`);
    expect(await groups(incoming(`0 → INVITE 1 ${session}`), leg)).toEqual(["a | a→b session-id"]);
    const nil = "| Session-ID: 00000000000000000000000000000000";
    expect(await groups(incoming(`0 → INVITE 1 ${nil}`), outgoing(`0.1 → INVITE 1 ${nil}`))).toEqual([
      "a",
      "b",
    ]);
  });

  it("may be several for one caller, one after the other through several servers, and after the answer", async () => {
    const ring = [`0.1 → INVITE 1 ${FOR(10)}`, `0.2 → INVITE 1 ${FOR(10)}`];
    expect(
      await groups(incoming(`0 → ${ANSWERED}`), outgoing(ring[0]!), outgoing(ring[1]!, "10.0.0.87", "c")),
    ).toEqual(["a | a→b caller | a→c caller"]);
    const beyond = dialog({ caller: OTHER, callee: "10.0.0.87", callId: "c" }, `0.2 → INVITE 1 ${FOR(10)}`);
    expect(await groups(incoming("0 → INVITE 1"), outgoing(ring[0]!), beyond)).toEqual([
      "a | a→b caller | b→c caller",
    ]);
    expect(await groups(incoming(`0 → ${ANSWERED}`), outgoing(`9 → INVITE 1 ${FOR(10)}`))).toEqual([
      "a | a→b caller",
    ]);
  });
});

describe("the legs of a call whose caller is withheld", () => {
  const invite = (time: number, from: string, to: string, callId: string, number: string) =>
    sip(
      time,
      from,
      to,
      `INVITE sip:x@x SIP/2.0\nFrom: <sip:anonymous@x>;tag=1\nTo: <sip:${number}@x>\nCall-ID: ${callId}\nCSeq: 1 INVITE`,
    );

  it("are joined by the number dialled, while the first waits for its answer", async () => {
    const onward = invite(0.1, SERVER, OTHER, "b", "0612");
    expect(await groups(invite(0, PHONE, SERVER, "a", "0612"), onward)).toEqual(["a | a→b dialled"]);
    expect(await groups(invite(0, PHONE, SERVER, "a", "0613"), onward)).toEqual(["a", "b"]);
    const two = [invite(0, PHONE, SERVER, "a", "0612"), invite(0, "10.0.0.11", SERVER, "a2", "0612")];
    expect(await groups(...two, onward)).toEqual(["a", "a2", "b"]);
  });
});

describe("of two calls of one caller", () => {
  const second = (script: string) => incoming(script, PHONE, "a2");

  it("that which waits for its answer goes on", async () => {
    expect(
      await groups(
        incoming(`0 → ${ANSWERED}`),
        second("5 → INVITE 1"),
        outgoing(`5.1 → INVITE 1 ${FOR(10)}`),
      ),
    ).toEqual(["a", "a2 | a2→b caller set-up"]);
  });

  it("that to the same number goes on", async () => {
    const invite = (time: number, from: string, to: string, callId: string, number: string) =>
      sip(
        time,
        from,
        to,
        `INVITE sip:${number}@x SIP/2.0\nFrom: <sip:10@x>;tag=1\nTo: <sip:${number}@x>\nCall-ID: ${callId}\nCSeq: 1 INVITE`,
      );
    expect(
      await groups(
        invite(0, PHONE, SERVER, "a", "200"),
        invite(0.1, PHONE, SERVER, "a2", "300"),
        invite(0.2, SERVER, OTHER, "b", "200"),
      ),
    ).toEqual(["a | a→b caller dialled", "a2"]);
  });

  it("none goes on where nothing tells which", async () => {
    expect(
      await groups(incoming("0 → INVITE 1"), second("0.1 → INVITE 1"), outgoing(`0.2 → INVITE 1 ${FOR(10)}`)),
    ).toEqual(["a", "a2", "b"]);
  });
});

describe("calls that have nothing to do with each other", () => {
  it.each([
    ["of another caller", incoming("0 → INVITE 1"), outgoing(`0.1 → INVITE 1 ${FOR(99)}`)],
    ["of nobody in particular", incoming("0 → INVITE 1"), outgoing(`0.1 → INVITE 1 ${FOR("anonymous")}`)],
    [
      "after the first one's end",
      incoming(`0 → ${ANSWERED}\n2 → BYE 2\n2.1 ← 200 BYE 2`),
      outgoing(`3 → INVITE 1 ${FOR(10)}`),
    ],
    ["before the first one", incoming("1 → INVITE 1"), outgoing(`0 → INVITE 1 ${FOR(10)}`, OTHER, "0")],
    [
      "of a machine that was not called",
      incoming("0 → INVITE 1"),
      dialog({ caller: "10.0.0.99", callee: OTHER, callId: "b" }, `0.1 → INVITE 1 ${FOR(10)}`),
    ],
    [
      "of one phone, which has one address for both voices",
      incoming("0 → INVITE 1 audio=4000"),
      dialog({ caller: PHONE, callee: OTHER, callId: "b" }, "0.1 → INVITE 1 audio=4000"),
    ],
    [
      "to one phone, which has one address for both voices",
      dialog({ caller: PHONE, callee: OTHER, callId: "a" }, "0 → INVITE 1\n1 ← 200 INVITE 1 audio=7078"),
      dialog(
        { caller: "10.0.0.87", callee: OTHER, callId: "b" },
        "0.5 → INVITE 1\n2 ← 200 INVITE 1 audio=7078",
      ),
    ],
  ])("are not joined: %s", async (_name, first, second) => {
    expect((await groups(first, second)).length).toBe(2);
  });

  it("stay apart however they are interleaved", async () => {
    const call = fc.record({
      start: fc.integer({ min: 0, max: 20 }),
      phones: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 8 }), async (calls) => {
        const sent = calls.flatMap(({ start, phones }, i) => {
          const callee = (phone: number) => `10.${i}.1.${phone}`;
          const leg = (at: number) => `${start + at} → INVITE 1`;
          return [
            incoming(`${leg(0)}\n${start + 5} → BYE 2`, `10.${i}.0.${100 + i}`, `call${i}`),
            ...Array.from({ length: phones }, (_, phone) =>
              outgoing(`${leg(0.1 + phone)} ${FOR(100 + i)}`, callee(phone), `call${i}-${phone}`),
            ),
          ];
        });
        const found = await groups(...sent);
        const sizes = found.map((group) => group.split(" | "));
        for (const [first, ...others] of sizes) {
          for (const other of others) expect(other).toMatch(new RegExp(`^${first}→${first}-\\d caller$`));
        }
        expect(sizes.map((legs) => legs.length).sort()).toEqual(calls.map(({ phones }) => phones + 1).sort());
      }),
      { numRuns: 40 },
    );
  });

  it("are sorted out in time in step with their number", async () => {
    const flood = Array.from({ length: 3000 }, (_, i) => [
      incoming(`${i} → INVITE 1`, PHONE, `a${i}`),
      outgoing(`${i + 0.5} → INVITE 1 ${FOR(10)}`, OTHER, `b${i}`),
    ]);
    expect((await groups(...flood.flat())).length).toBeGreaterThan(3000);
  });
});
