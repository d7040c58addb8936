import { describe, expect, it } from "vitest";
import { descriptionsOf, streamsOfCalls } from "../../src/voip/call-streams.js";
import { callsOf } from "../../src/voip/calls.js";
import { analysed, dialog, type Sent, sdp, sip, voice } from "./story.js";

const A = "10.0.0.10";
const SERVER = "10.0.0.12";
const C = "10.0.0.51";

/** The streams of each call, as `caller 4000→5000`. */
async function streamsIn(...sent: (Sent | Sent[])[]): Promise<string[][]> {
  const { signalling, streams } = await analysed(...sent);
  const found = streamsOfCalls(callsOf(signalling.byCallId), streams.list);
  return found.map((call) =>
    call.map(({ stream, speaker }) => `${speaker} ${stream.source.port}→${stream.destination.port}`),
  );
}

const call = (callId: string, at: number, caller: string, callee: string, from: number, to: number) =>
  dialog(
    { caller, callee, callId },
    `${at} → INVITE 1 audio=${from}\n${at + 0.1} ← 200 INVITE 1 audio=${to}\n${at + 0.2} → ACK 1`,
  );

describe("the streams of calls", () => {
  it("are those between the endpoints that were announced", async () => {
    const streams = await streamsIn(
      call("1", 0, A, SERVER, 4000, 10000),
      voice(1, `${A}:4000`, `${SERVER}:10000`, { ssrc: 1 }),
      voice(1.01, `${SERVER}:10000`, `${A}:4000`, { ssrc: 2 }),
    );
    expect(streams).toEqual([["caller 4000→10000", "callee 10000→4000"]]);
  });

  it("are apart for the two legs of a call through a server, though the SSRC is the same", async () => {
    const streams = await streamsIn(
      call("leg1", 0, A, SERVER, 4000, 10000),
      call("leg2", 0.05, SERVER, C, 10002, 7078),
      voice(1, `${A}:4000`, `${SERVER}:10000`, { ssrc: 1 }),
      voice(1.001, `${SERVER}:10002`, `${C}:7078`, { ssrc: 1 }),
      voice(1.002, `${C}:7078`, `${SERVER}:10002`, { ssrc: 2 }),
      voice(1.003, `${SERVER}:10000`, `${A}:4000`, { ssrc: 2 }),
    );
    expect(streams).toEqual([
      ["caller 4000→10000", "callee 10000→4000"],
      ["caller 10002→7078", "callee 7078→10002"],
    ]);
  });

  it("are of the later call where a port is used again", async () => {
    const streams = await streamsIn(
      call("1", 0, A, SERVER, 4000, 10000),
      voice(1, `${A}:4000`, `${SERVER}:10000`, { ssrc: 1 }),
      call("2", 5, C, SERVER, 7078, 10000),
      voice(6, `${C}:7078`, `${SERVER}:10000`, { ssrc: 2 }),
      voice(6.01, `${SERVER}:10000`, `${C}:7078`, { ssrc: 3 }),
    );
    expect(streams).toEqual([["caller 4000→10000"], ["caller 7078→10000", "callee 10000→7078"]]);
  });

  it("are of the call that announced both ends, where a waiting call announced one of them later", async () => {
    const streams = await streamsIn(
      call("1", 0, A, SERVER, 4000, 10000),
      call("2", 3, SERVER, A, 10004, 4000),
      voice(4, `${A}:4000`, `${SERVER}:10000`, { ssrc: 7 }),
    );
    expect(streams).toEqual([["caller 4000→10000"], []]);
  });

  it("are told by their destination alone where a phone is behind NAT", async () => {
    const streams = await streamsIn(
      call("1", 0, "192.168.1.2", SERVER, 4000, 10000),
      voice(1, "203.0.113.9:61000", `${SERVER}:10000`, { ssrc: 1 }),
      voice(1.01, `${SERVER}:10000`, "203.0.113.9:61000", { ssrc: 2 }),
    );
    expect(streams).toEqual([["caller 61000→10000", "callee 10000→61000"]]);
  });

  it("are of the call of their own time, behind NAT too", async () => {
    const streams = await streamsIn(
      call("1", 0, "192.168.1.2", SERVER, 4000, 10000),
      voice(1, "203.0.113.9:61000", `${SERVER}:10000`, { ssrc: 1 }),
      call("2", 5, "192.168.1.3", SERVER, 4000, 10000),
      voice(6, "203.0.113.9:62000", `${SERVER}:10000`, { ssrc: 2 }),
    );
    expect(streams).toEqual([["caller 61000→10000"], ["caller 62000→10000"]]);
  });

  it("know who speaks where both phones are at one address", async () => {
    const streams = await streamsIn(
      call("1", 0, A, `${A}:5070`, 4000, 4002),
      voice(1, `${A}:4000`, `${A}:4002`, { ssrc: 1 }),
      voice(1.01, `${A}:4002`, `${A}:4000`, { ssrc: 2 }),
    );
    expect(streams).toEqual([["caller 4000→4002", "callee 4002→4000"]]);
  });

  it("are found whatever way an IPv6 address is written", async () => {
    const offer = `INVITE sip:b@[2001:db8::12] SIP/2.0
From: <sip:a@example.org>;tag=1
To: <sip:b@example.org>
Call-ID: 6
CSeq: 1 INVITE

${sdp("2001:0DB8:0:0:0:0:0:000A", 4000)}`;
    const streams = await streamsIn(
      sip(0, "[2001:db8::a]", "[2001:db8::12]", offer),
      voice(1, "[2001:db8::a]:4000", "[2001:db8::12]:9000"),
    );
    expect(streams).toEqual([["caller 4000→9000"]]);
  });

  it("are none before they were announced, and nobody's where no call announced them", async () => {
    const early = dialog({ caller: A, callee: SERVER, callId: "o" }, "0 → OPTIONS 1 audio=4000");
    expect(await streamsIn(early, voice(1, `${A}:4000`, `${SERVER}:10000`))).toEqual([]);
    expect(
      await streamsIn(call("1", 5, A, SERVER, 4000, 10000), voice(1, `${A}:4000`, `${SERVER}:1`)),
    ).toEqual([[]]);
  });

  it("come with the descriptions that announced them", async () => {
    const { signalling } = await analysed(call("1", 0, A, SERVER, 4000, 10000));
    const [found] = callsOf(signalling.byCallId).map(descriptionsOf);
    expect(found!.map(({ event, description }) => [event.frame, description.media[0]!.port])).toEqual([
      [1, 4000],
      [2, 10000],
    ]);
  });
});
