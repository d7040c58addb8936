import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Analysis, analyse } from "../../src/api/analysis.js";
import { bytesSource } from "../../src/capture/index.js";
import { streamsOfCalls } from "../../src/voip/call-streams.js";
import { type CallSummary, callsOf } from "../../src/voip/calls.js";
import { endingOf } from "../../src/voip/ending.js";
import { hostsOf } from "../../src/voip/hosts.js";
import { progressOf } from "../../src/voip/progress.js";
import { registrationsOf } from "../../src/voip/registrations.js";
import { ssrcText } from "../../src/voip/ssrc.js";
import { CAPTURE, golden, goldenStreams } from "../goldens/goldens.js";

const endpoint = ({ address, port }: { address: string; port: number }) => `${address}:${port}`;

describe("the recorded call of 100 to 300, through Asterisk", () => {
  let analysis: Analysis;
  let calls: CallSummary[];
  beforeAll(async () => {
    analysis = await analyse(bytesSource(readFileSync(CAPTURE)));
    calls = callsOf(analysis.signalling.byCallId);
  });

  it("has two legs, whose messages are those that TShark lists", () => {
    const rows = golden("01-sip.tsv");
    const times = new Map(golden("01-frames.tsv").map(([number, time]) => [number, Number(time)]));
    const callIds = new Set(rows.map(([, , , callId]) => callId));
    const legs = [...callIds].map((callId) => rows.filter((row) => row[3] === callId));
    const expected = legs
      .filter(([first]) => first![1] === "INVITE")
      .map((messages) => ({
        callId: messages[0]![3],
        packets: messages.length,
        start: times.get(messages[0]![0]!),
        stop: times.get(messages.at(-1)![0]!),
      }));
    expect(expected.length).toBe(2);
    expect(
      calls
        .map(({ callId, packets, start, stop }) => ({
          callId,
          packets,
          start: start / 1e9,
          stop: stop / 1e9,
        }))
        .sort((a, b) => b.packets - a.packets),
    ).toEqual(expected.sort((a, b) => b.packets - a.packets));
  });

  it("is a call from user1 to 300, and one from the server to user3's phone", () => {
    expect(
      calls.map(({ initialSpeaker, from, to, state, comments }) => [
        initialSpeaker,
        from,
        to,
        state,
        comments,
      ]),
    ).toEqual([
      ["192.168.187.10", "sip:user1@192.168.187.12", "sip:300@192.168.187.12", "COMPLETED", "INVITE 401 200"],
      [
        "192.168.187.12",
        '"user1" <sip:100@192.168.187.12>',
        "<sip:user3@192.168.187.51;transport=udp>",
        "COMPLETED",
        "INVITE 200",
      ],
    ]);
  });

  it("was ended by user1, after 72.5 s of conversation", () => {
    expect(calls.map(endingOf).map(({ how, by, status, frames }) => [how, by, status, frames])).toEqual([
      ["hung up", "caller", 200, [14689, 14690]],
      ["hung up", "caller", 200, [14691, 14692]],
    ]);
    const { ringTime, talkTime } = progressOf(calls[0]!);
    // from the times of frames 38, 42 and 14689
    expect([ringTime! / 1e9, talkTime! / 1e9].map((time) => time.toFixed(3))).toEqual(["3.020", "72.549"]);
  });

  it("has the four streams that TShark lists", () => {
    const found = analysis.streams.list.map(({ source, destination, ssrc, payload, statistics }) => ({
      start: statistics.firstTime,
      stop: statistics.lastTime,
      source: endpoint(source),
      destination: endpoint(destination),
      ssrc: ssrcText(ssrc),
      payload,
      packets: statistics.packets,
      lost: statistics.lost,
      milliseconds: [statistics.delta!, statistics.jitter!]
        .flatMap(({ min, mean, max }) => [min, mean, max])
        .map((value) => value.toFixed(3)),
    }));
    expect(
      found.map((stream) => ({ ...stream, start: stream.start / 1e9, stop: stream.stop / 1e9 })),
    ).toEqual(
      goldenStreams().map((stream) => ({
        ...stream,
        start: expect.closeTo(stream.start, 5),
        stop: expect.closeTo(stream.stop, 5),
      })),
    );
  });

  it("gives each leg its two streams", () => {
    const legs = streamsOfCalls(calls, analysis.streams.list);
    expect(
      legs.map((leg) => leg.map(({ stream, speaker }) => `${speaker} ${endpoint(stream.source)}`)),
    ).toEqual([
      ["caller 192.168.187.10:4000", "callee 192.168.187.12:17922"],
      ["caller 192.168.187.12:17924", "callee 192.168.187.51:7078"],
    ]);
  });

  it("comes after six registrations: two with wrong passwords, two taken back", () => {
    const found = registrationsOf(analysis.signalling.byCallId);
    expect(
      found.map(({ frame, addressOfRecord, outcome, finalStatus, attempts, expires }) =>
        [frame, addressOfRecord, outcome, finalStatus, attempts, expires].join(" "),
      ),
    ).toEqual([
      "1 sip:user1@192.168.187.12 registered 200 2 300",
      "7 sip:user3@192.168.187.12 refused 403 2 3600",
      "19 sip:user3@192.168.187.12 refused 403 2 3600",
      "24 sip:user3@192.168.187.12 registered 200 2 3600",
      "14696 sip:user1@192.168.187.12 unregistered 200 2 0",
      "14700 sip:user3@192.168.187.12 unregistered 200 2 0",
    ]);
  });

  it("is between a server and two phones", () => {
    const hosts = hostsOf(analysis.signalling.events);
    expect(hosts.map(({ address, role, users, software }) => [address, role, users, software])).toEqual([
      ["192.168.187.12", "server", [], "Asterisk PBX 18.26.4"],
      ["192.168.187.10", "phone", ["user1"], expect.stringMatching(/^PJSUA v2\.14\.1/)],
      ["192.168.187.51", "phone", ["user3"], "Linphonec/5.1.65"],
    ]);
    expect(hosts.reduce((sum, { messages }) => sum + messages, 0)).toBe(golden("01-sip.tsv").length);
  });
});
