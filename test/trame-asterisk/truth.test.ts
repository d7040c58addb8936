import { beforeAll, describe, expect, test } from "vitest";
import { checksumOf, sumOf } from "../../src/dissect/checksum.js";
import { digestResponse } from "../../src/dissect/sip/index.js";
import type { Capture, Frame } from "../../src/index.js";
import { committed } from "./report.js";

// What holds in any capture of real programs, and so has to hold here: nothing of it is in the report.

let capture: Capture;
let frames: Frame[];
beforeAll(async () => {
  capture = await committed();
  frames = capture.calls[0]!.frames.map((number) => capture.frame(number));
});

describe("the signalling", () => {
  test("has no defect", () => {
    for (const { frame, message } of capture.sip) expect([frame, message.defects]).toEqual([frame, []]);
  });

  test("is one dialog: its Call-ID, its two tags, and branches and CSeq by transaction", () => {
    const messages = frames
      .map(({ number }) => capture.frame(number).sip!)
      .map((sip) => [
        sip.method ?? sip.status,
        `${sip.cseq!.number} ${sip.cseq!.method}`,
        ...[sip.callId, sip.from!.tag, sip.to!.tag, sip.vias[0]!.branch],
      ]);
    const id = "Oe-iIK3F4mEHcoaCL.wGALwxRD7U9CtF";
    const [user1, server] = ["crgzkgskpxthaqqwbaib4xzmaal5p5pg", "as6f1a03c9"];
    const branch = (row: number) => messages[row]![5];
    expect(messages).toEqual([
      ["INVITE", "1776 INVITE", id, user1, undefined, branch(0)],
      [401, "1776 INVITE", id, user1, server, branch(0)],
      ["ACK", "1776 ACK", id, user1, server, branch(0)],
      ["INVITE", "1777 INVITE", id, user1, undefined, branch(3)],
      [100, "1777 INVITE", id, user1, undefined, branch(3)],
      [180, "1777 INVITE", id, user1, server, branch(3)],
      [200, "1777 INVITE", id, user1, server, branch(3)],
      ["ACK", "1777 ACK", id, user1, server, branch(7)],
      ["INVITE", "102 INVITE", id, server, user1, branch(8)],
      [200, "102 INVITE", id, server, user1, branch(8)],
      ["ACK", "102 ACK", id, server, user1, branch(10)],
      ["BYE", "1778 BYE", id, user1, server, branch(11)],
      [200, "1778 BYE", id, user1, server, branch(11)],
    ]);
    expect(new Set([0, 3, 7, 8, 10, 11].map(branch)).size).toBe(6);
  });

  test("has the digest that the secret of sip.conf gives", () => {
    const { nonce, realm } = capture.frame(16).sip!.challenges[0]!;
    const { response, username, uri, ...sent } = capture.frame(18).sip!.credentials[0]!;
    expect([sent.nonce, sent.realm]).toEqual([nonce, realm]);
    const asked = { username: username!, realm: realm!, uri: uri!, nonce: nonce!, method: "INVITE" };
    expect(digestResponse({ ...asked, secret: "1234" })!.response).toBe(response);
    expect(digestResponse({ ...asked, secret: "4321" })!.response).not.toBe(response);
  });

  test("has session descriptions of the length that Content-Length says", () => {
    const bodies = [15, 18, 34, 40].map((number) => {
      const { contentLength, body } = capture.frame(number).sip!;
      return [contentLength, body.end - body.start];
    });
    expect(bodies).toEqual([
      [588, 588],
      [588, 588],
      [301, 301],
      [261, 261],
    ]);
  });
});

describe("the network", () => {
  const word = (bytes: Uint8Array, at: number) => (bytes[at]! << 8) | bytes[at + 1]!;
  const isIp = (bytes: Uint8Array) => word(bytes, 12) === 0x0800;

  test("computes its checksums: IPv4, ICMP, UDP, TCP", () => {
    const wrong: number[] = [];
    for (const { number, bytes } of capture.frames) {
      if (!isIp(bytes)) continue;
      const [end, protocol] = [14 + word(bytes, 16), bytes[23]!];
      const pseudoHeader = protocol === 1 ? 0 : sumOf(bytes, 26, 34) + protocol + (end - 34);
      const sums = [sumOf(bytes, 14, 34), sumOf(bytes, 34, end) + pseudoHeader];
      if (sums.some((sum) => checksumOf(sum) !== 0)) wrong.push(number);
    }
    expect(wrong).toEqual([]);
  });

  test("numbers each host's datagrams in the order in which they are sent", () => {
    const last = new Map<string, number>();
    for (const { bytes, source } of capture.frames) {
      if (!isIp(bytes)) continue;
      const id = word(bytes, 18);
      expect(((id - (last.get(source) ?? id - 1)) & 0xffff) === 1, source).toBe(true);
      last.set(source, id);
    }
    expect(last.size).toBe(5);
  });

  test.each([
    [38, 36],
    [39, 37],
    [45, 42],
    [46, 44],
  ])("frame %i complains of frame %i, and quotes all of its datagram", (complaint, of) => {
    expect(capture.frame(complaint).bytes.subarray(42)).toEqual(capture.frame(of).bytes.subarray(14));
  });
});
