import { beforeAll, describe, expect, test } from "vitest";
import type { Capture } from "../../src/index.js";
import { committed, reportRows, shown } from "./report.js";

let capture: Capture;
beforeAll(async () => {
  capture = await committed();
});

/** The capture's hardware addresses, with the maker's name for the first three bytes, as Wireshark shows them. */
const named = (address: string) =>
  address.replace(/^34:f6:4b:/, "IntelCor_").replace(/^4c:d5:77:/, "Chongqin_");

describe("what the report shows", () => {
  test.each(reportRows().map((row) => [row.columns[0], row.status, row] as const))(
    "frame %s, %s, is in the packet list as it is there",
    (number, _, row) => {
      const frame = capture.frame(Number(number));
      const { timeText, source, destination, protocol, length, info } = frame;
      const found = [String(frame.number), timeText, named(source), named(destination), protocol];
      expect([...found, String(length), info]).toEqual(shown(row, [...found, String(length), info]));
    },
  );

  test("the printed rows are those that a page shows whole", () => {
    const rows = reportRows();
    expect(rows.length).toBe(50);
    const printed = rows.filter(({ status }) => status === "printed");
    expect(printed.length).toBe(36);
    for (const { columns } of printed) expect(columns).not.toContain("-");
  });

  test("the call, as VoIP Calls has it", () => {
    const calls = capture.calls.map((call) => [
      ...[call.start, call.stop, call.initialSpeaker, call.from, call.to],
      ...[call.duration, call.packets, call.state, call.comments],
    ]);
    expect(calls).toEqual([
      [
        ...[3.525459, 69.674147, "192.168.187.10", "<sip:user1@192.168.187.12>", "<sip:300@192.168.187.12>"],
        ...["00:01:06", 13, "COMPLETED", "INVITE 401 200"],
      ],
    ]);
  });

  test("frame 15, header by header", () => {
    expect(capture.frame(15).sip!.text.split("\r\n\r\n")[0]!.split("\r\n")).toEqual([
      "INVITE sip:300@192.168.187.12;transport=udp SIP/2.0",
      "Via: SIP/2.0/UDP 192.168.187.10:5060;rport;branch=z9hG4bKPjm-tjm8yHvrnK1b0rDETwushKJ8bIHMX6",
      "Max-Forwards: 70",
      "From: <sip:user1@192.168.187.12>;tag=crgzkgskpxthaqqwbaib4xzmaal5p5pg",
      "To: <sip:300@192.168.187.12>",
      "Contact: <sip:user1@192.168.187.10:5060;ob>",
      "Call-ID: Oe-iIK3F4mEHcoaCL.wGALwxRD7U9CtF",
      "CSeq: 1776 INVITE",
      "Allow: PRACK, INVITE, ACK, BYE, CANCEL, UPDATE, INFO, SUBSCRIBE, NOTIFY, REFER, MESSAGE, OPTIONS",
      "Supported: replaces, 100rel, timer, norefersub",
      "Session-Expires: 1800",
      "Min-SE: 90",
      "User-Agent: UniFi VoIP Phone 5.0.14.660",
      "Content-Type: application/sdp",
      "Content-Length:   588",
    ]);
  });

  test("the network card, and a word on what this file is", () => {
    expect(capture.facts.interfaces.map(({ name }) => name)).toEqual([
      "\\Device\\NPF_{8EE0B1CC-20C8-4714-A69F-90C08CB4B9D0}",
    ]);
    expect(capture.facts.comments.join()).toMatch(/reconstruction.*published report.*not a recording/is);
    expect(capture.warnings).toEqual([]);
  });

  test("no registration succeeds: Linphone asks four times the same and is challenged four times", () => {
    expect(
      capture.registrations.map(({ frames, outcome, finalStatus, credentials }) => [
        ...[frames, outcome, finalStatus, credentials],
      ]),
    ).toEqual([[[9, 10, 11, 12, 13, 14, 29, 30], "challenged", 401, undefined]]);
    const requests = [9, 11, 13, 29].map((number) => capture.frame(number).sip!.text);
    expect(new Set(requests).size).toBe(1);
  });

  test("user1 hangs up", () => {
    const { ending } = capture.calls[0]!;
    expect([ending.by, ending.frames]).toEqual(["caller", [6531, 6536]]);
  });
});
