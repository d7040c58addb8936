import { describe, expect, test } from "vitest";
import { Kind } from "../../../src/dissect/packet.js";
import { fieldOf, hex, join, udpFrame, Wire } from "./wire.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same frames.

const SDP = [
  "c=IN IP4 10.0.0.2",
  "t=0 0",
  "m=audio 30002 RTP/AVP 0 101 97 98",
  "a=rtpmap:101 telephone-event/8000",
  "a=rtpmap:97 opus/48000/2",
  "a=rtpmap:98 CN/16000",
];

function announced(lines = SDP): Wire {
  const wire = new Wire();
  wire.offer(lines);
  return wire;
}

/** V=2, then marker and payload type, sequence 1, timestamp 160, SSRC 7. */
const rtp = (first: string, second: string, payload: string) =>
  hex(`${first}${second} 0001 000000a0 00000007 ${payload}`);

const PCMU = "PT=ITU-T G.711 PCMU, SSRC=0x7, Seq=1, Time=160";

describe("RTP's row", () => {
  test.each([
    ["plain", "80", "00", "d5d5d5d5", `RTP | ${PCMU}`],
    ["marker", "80", "80", "d5d5d5d5", `RTP | ${PCMU}, Mark`],
    ["no payload", "80", "00", "", `RTP | ${PCMU}`],
    ["padding", "a0", "00", "d5d5d504 00000004", `RTP | ${PCMU}`],
    ["padding beyond the packet", "a0", "00", "d5d5d5ff", `RTP | ${PCMU}`],
    ["padding of 0", "a0", "00", "d5d5d500", `RTP | ${PCMU}[Malformed Packet]`],
    ["two contributing sources", "82", "00", "00000001 00000002 d5d5", `RTP | ${PCMU}`],
    ["contributing sources beyond the packet", "8f", "00", "00000001", `RTP | ${PCMU}[Malformed Packet]`],
    ["header extension", "90", "00", "bede0001 10aa0000 d5d5", `RTP | ${PCMU}`],
    ["header extension beyond the packet", "90", "00", "be", `RTP | ${PCMU}[Malformed Packet]`],
    ["version 0", "00", "00", "d5", "RTP | Unknown RTP version 0"],
    ["version 1", "40", "00", "d5", "RTP | Unknown RTP version 1"],
    ["version 3", "c0", "00", "d5", "RTP | Unknown RTP version 3"],
    ["comfort noise", "80", "0d", "40", "RTP | PT=Comfort noise, SSRC=0x7, Seq=1, Time=160"],
    ["comfort noise at 16 kHz", "80", "62", "40", "RTP | PT=CN, SSRC=0x7, Seq=1, Time=160"],
    ["opus", "80", "61", "d5", "OPUS | PT=opus, SSRC=0x7, Seq=1, Time=160"],
    ["opus without payload", "80", "61", "", "RTP | PT=opus, SSRC=0x7, Seq=1, Time=160"],
    ["unnamed", "80", "60", "d5", "RTP | PT=DynamicRTP-Type-96, SSRC=0x7, Seq=1, Time=160"],
    ["G.723", "80", "04", "d5", "G.723.1 | PT=ITU-T G.723, SSRC=0x7, Seq=1, Time=160"],
    ["JPEG", "80", "1a", "0000000000000000d5d5", "JPEG | JPEG message"],
    [
      "reserved",
      "80",
      "48",
      "d5",
      "RTP | PT=Reserved for RTCP conflict avoidance, SSRC=0x7, Seq=1, Time=160",
    ],
    ["event", "80", "65", "048a0320", "RTP EVENT | Payload type=RTP Event, DTMF Four 4 (end)"],
    ["event begins", "80", "e5", "0b0a00a0", "RTP EVENT | Payload type=RTP Event, DTMF Pound #"],
    ["event, unknown", "80", "65", "ff0a00a0", "RTP EVENT | Payload type=RTP Event, Unknown (255)"],
    ["event, cut", "80", "65", "048a03", "RTP EVENT | Payload type=RTP Event, DTMF Four 4[Malformed Packet]"],
    ["event, empty", "80", "65", "", "RTP | PT=telephone-event, SSRC=0x7, Seq=1, Time=160"],
    ["event, unnamed", "80", "64", "030a00a0", "RTP EVENT | Payload type=RTP Event, DTMF Three 3"],
  ])("%s", (_, first, second, payload, row) => {
    expect(announced().row({ payload: rtp(first, second, payload) })).toBe(row);
  });

  test("SSRCs are shown without leading zeros", () => {
    const payload = hex("8008ffff ffffffff 0a1b2c3d d5d5");
    expect(announced().row({ payload })).toBe(
      "RTP | PT=ITU-T G.711 PCMA, SSRC=0xA1B2C3D, Seq=65535, Time=4294967295",
    );
  });

  test("a header of less than 12 bytes leaves the row to UDP", () => {
    const payload = hex("8000 0001 000000a0 000000");
    expect(announced().row({ payload })).toBe("UDP | 30000 → 30002 Len=11[Malformed Packet]");
  });

  test("a payload that the capture cut is still RTP, and its padding is not looked for", () => {
    const wire = announced();
    const { packet } = wire.send(udpFrame({ payload: rtp("a0", "00", "d5".repeat(160)) }), 100);
    expect(packet.kind).toBe(Kind.rtp);
    expect(packet.rtp.payloadEnd - packet.rtp.payloadStart).toBe(100 - 54);
  });

  test("encrypted by SDP: SRTP, and its payload is no event", () => {
    const wire = announced([
      "c=IN IP4 10.0.0.2",
      "m=audio 30002 UDP/TLS/RTP/SAVPF 110",
      "a=rtpmap:110 telephone-event/48000",
    ]);
    expect(wire.row({ payload: rtp("80", "6e", "048a0320aabbccdd") })).toBe(
      "SRTP | PT=telephone-event, SSRC=0x7, Seq=1, Time=160",
    );
  });

  test("what an older description named is forgotten with a newer one, and known again on a later look", () => {
    const wire = announced();
    expect(wire.row({ payload: rtp("80", "61", "d5") })).toMatch(/^OPUS/);
    wire.offer(["c=IN IP4 10.0.0.2", "m=audio 30002 RTP/AVP 0"]);
    expect(wire.row({ payload: rtp("80", "61", "d5") })).toBe(
      "RTP | PT=DynamicRTP-Type-97, SSRC=0x7, Seq=1, Time=160",
    );
    expect(wire.again(2).label).toBe("OPUS");
  });
});

describe("the RTP header's numbers", () => {
  test("payload without header extension, contributing sources and padding", () => {
    const payload = rtp("b1", "80", "0000002a bede0001 10aa0000 01020304 000003");
    const { packet } = announced().send(udpFrame({ payload }));
    expect(packet.kind).toBe(Kind.rtp);
    expect(packet.rtp).toMatchObject({ marker: true, payloadType: 0, sequence: 1, timestamp: 160, ssrc: 7 });
    expect(packet.bytes.subarray(packet.rtp.payloadStart, packet.rtp.payloadEnd)).toEqual(hex("01020304"));
  });

  test("fields lie where their bytes are", () => {
    const { layers } = announced().send(
      udpFrame({ payload: rtp("92", "80", "0000002a 0000002b bede0001 10aa0000 0102") }),
    );
    const at = 14 + 20 + 8;
    const expected = [
      ["rtp.version", "RFC 1889 Version (2)", at, at + 1],
      ["rtp.ext", "True", at, at + 1],
      ["rtp.cc", "2", at, at + 1],
      ["rtp.marker", "True", at + 1, at + 2],
      ["rtp.p_type", "ITU-T G.711 PCMU (0)", at + 1, at + 2],
      ["rtp.seq", "1", at + 2, at + 4],
      ["rtp.timestamp", "160", at + 4, at + 8],
      ["rtp.ssrc", "0x00000007 (7)", at + 8, at + 12],
      ["rtp.csrc.item", "0x2A", at + 12, at + 16],
      ["rtp.ext.profile", "Unknown (0xbede)", at + 20, at + 22],
      ["rtp.ext.rfc5285.data", "aa", at + 25, at + 26],
      ["rtp.payload", "0102", at + 28, at + 30],
    ] as const;
    for (const [name, value, start, end] of expected) {
      expect(fieldOf(layers, name), name).toMatchObject({ value, start, end });
    }
  });

  test("an event's fields", () => {
    const { layers } = announced().send(udpFrame({ payload: rtp("80", "65", "048a0320") }));
    expect(fieldOf(layers, "rtpevent.event_id")?.value).toBe("DTMF Four 4 (4)");
    expect(fieldOf(layers, "rtpevent.end_of_event")?.value).toBe("True");
    expect(fieldOf(layers, "rtpevent.volume")?.value).toBe("10");
    expect(fieldOf(layers, "rtpevent.duration")).toMatchObject({ value: "800", start: 56, end: 58 });
  });
});

describe("RTP that nobody announced", () => {
  const row = (payload: Uint8Array, captured?: number) =>
    new Wire({ heuristicRtp: true }).row({ payload }, captured);
  const yes = /^RTP \| PT=/;
  const no = /^UDP \|/;

  test("is UDP unless it is asked for", () => {
    expect(new Wire().row({ payload: rtp("80", "00", "d5d5") })).toBe("UDP | 30000 → 30002 Len=14");
    expect(row(rtp("80", "00", "d5d5"))).toBe(`RTP | ${PCMU}`);
  });

  // with TShark's -o rtp.heuristic_rtp:TRUE
  test.each([
    ["payload type 71", rtp("80", "47", "d5"), yes],
    ["payload type 72", rtp("80", "48", "d5"), no],
    ["payload type 76", rtp("80", "4c", "d5"), no],
    ["payload type 77", rtp("80", "4d", "d5"), yes],
    ["a bare header", rtp("80", "00", ""), yes],
    ["a cut header", rtp("80", "00", "").subarray(0, 11), no],
    ["a contributing source that fits", rtp("81", "00", "01020304"), yes],
    ["one that does not", rtp("81", "00", "010203"), no],
    ["an extension that fits", rtp("90", "00", "bede000100000000"), yes],
    ["one that does not", rtp("90", "00", "bede000900000000"), no],
    ["padding that fits", rtp("a0", "00", "01020304"), yes],
    ["padding of 0", rtp("a0", "00", "01020300"), no],
    ["padding beyond the packet", rtp("a0", "00", "01020309"), no],
    ["version 1", rtp("40", "00", "d5"), no],
  ])("%s", (_, payload, expected) => {
    expect(row(payload)).toMatch(expected);
  });

  test("padding of a cut packet cannot be judged, and it is taken", () => {
    expect(row(join(rtp("a0", "00", "d5".repeat(160))), 80)).toMatch(yes);
  });
});
