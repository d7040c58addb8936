import { describe, expect, test } from "vitest";
import { parseRtcp } from "../../../src/dissect/media/rtcp-parse.js";
import { Kind } from "../../../src/dissect/packet.js";
import { fieldOf, hex, udpFrame, Wire } from "./wire.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same frames.

/**
 *     |V=2|P|    RC   |   PT=SR=200   |             length            |
 *     |                         SSRC of sender                        |
 *     |              NTP timestamp, most significant word             |
 *     |             NTP timestamp, least significant word             |
 *     |                         RTP timestamp                         |
 *     |                     sender's packet count                     |
 *     |                      sender's octet count                     |
 */
const SENDER_REPORT = "80c80006 2e9326fe eeadd5cc 8ba86b88 0008db08 00000e2b 0008dae0";

/**
 *     |                 SSRC_1 (SSRC of first source)                 |
 *     | fraction lost |       cumulative number of packets lost       |
 *     |           extended highest sequence number received           |
 *     |                      interarrival jitter                      |
 *     |                         last SR (LSR)                         |
 *     |                   delay since last SR (DLSR)                  |
 */
const REPORT = "8fa9fa17 08fffffd 00010e2a 00000003 d5ca19c6 000289d0";

const RECEIVER_REPORT = "80c90001 00000001";
/** CNAME `abcdef`, and an END that fills the word. */
const DESCRIPTION = "81ca0004 00000001 0106 616263646566 00000000";
const GOODBYE = "81cb0003 00000001 06 6162636465 66 00";
const APPLICATION = "83cc0003 00000001 41424344 01020304";

function announced(): Wire {
  const wire = new Wire();
  wire.offer(["c=IN IP4 10.0.0.2", "m=audio 30001 RTP/AVP 0"]);
  return wire;
}

describe("RTCP's row", () => {
  test.each([
    ["sender report", SENDER_REPORT, "Sender Report   "],
    ["compound", SENDER_REPORT + DESCRIPTION + GOODBYE, "Sender Report   Source description   Goodbye   "],
    [
      "count of 2, one report",
      `82c8000c${SENDER_REPORT.slice(8)}${REPORT}`,
      "Sender Report   [Malformed Packet]",
    ],
    ["report cut", "80c80006 00000001 e0000000", "Sender Report   [Malformed Packet]"],
    ["receiver report", RECEIVER_REPORT, "Receiver Report   "],
    [
      "receiver report with an extension",
      "80c90002 00000001 00060004",
      "Receiver Report   (PSE:MS - Padding  )  ",
    ],
    ["description without chunks", "80ca0000", "Source description   "],
    ["chunk missing", "82ca0002 00000001 00000000", "Source description   [Malformed Packet]"],
    ["goodbye without sources", "80cb0000", "Goodbye   "],
    [
      "reason too long",
      `${SENDER_REPORT}81cb0003 00000001 16 6162636465 66 00`,
      "Sender Report   Goodbye   [Malformed Packet]",
    ],
    ["application", APPLICATION, "Application specific   ( ABCD ) subtype=3"],
    ["application, no text", "83cc0003 00000001 01424344 01020304", "Application specific   subtype=3"],
    ["application, an empty name", "83cc0002 00000001 00000000", "Application specific   subtype=3"],
    ["extended report", "80cf0004 00000001 04000002 e000000000000000", "Extended report (RFC 3611)   "],
    [
      "block too long",
      "80cf0004 00000001 04000009 e000000000000000",
      "Extended report (RFC 3611)   [Malformed Packet]",
    ],
    ["lost packets", "81cd0003 00000001 00000002 00010000", "Generic RTP Feedback   "],
    ["picture lost", "81ce0002 00000001 00000002", "Payload-specific Feedback   PLI  "],
    [
      "full picture wanted",
      "84ce0004 00000001 00000002 00000003 01000000",
      "Payload-specific Feedback   FIR  ",
    ],
    ["unknown type", "80c40001 00000001", "Unknown   "],
    ["trailing bytes", `${RECEIVER_REPORT}0000`, "Receiver Report   "],
    ["version 1", "40c90001 00000001", "Unknown RTCP version 1"],
    ["no RTCP at all", "80000007 00000001", "30000 → 30002 Len=8"],
  ])("%s", (_, bytes, info) => {
    const row = announced().row({ destinationPort: 30_002, payload: hex(bytes) });
    expect(row).toBe(`RTCP | ${info}`);
  });

  test("of a frame that the capture cut", () => {
    const row = announced().row({ destinationPort: 30_002, payload: hex(SENDER_REPORT + DESCRIPTION) }, 60);
    expect(row).toBe("RTCP | Sender Report   [Packet size limited during capture]");
  });

  test("encrypted by SDP: only the first packet shows", () => {
    const wire = new Wire();
    wire.offer(["c=IN IP4 10.0.0.2", "m=audio 30001 RTP/SAVP 0"]);
    const payload = hex(`${SENDER_REPORT} deadbeef 80000001 0102030405060708090a`);
    expect(wire.row({ payload })).toBe("SRTCP | Sender Report   ");
  });

  test("with the marker where RTP was announced", () => {
    const wire = announced();
    expect(wire.row({ destinationPort: 30_001, payload: hex(RECEIVER_REPORT) })).toBe(
      "RTCP | Receiver Report   ",
    );
  });

  // Wireshark knows these by their look; the others must be announced
  test.each([
    [SENDER_REPORT, true],
    [RECEIVER_REPORT, true],
    ["80cb0000", true],
    [APPLICATION, true],
    ["81ce0002 00000001 00000002", true],
    [DESCRIPTION, false],
    ["81cd0003 00000001 00000002 00010000", false],
    [`${SENDER_REPORT}00`, false],
  ])("%s without announcement: %s", (bytes, known) => {
    expect(new Wire().row({ payload: hex(bytes) }).startsWith("RTCP | ")).toBe(known);
  });
});

describe("RTCP's packets", () => {
  test("a compound packet is parsed into its packets", () => {
    const bytes = hex(`81c8000c${SENDER_REPORT.slice(8)}${REPORT}${DESCRIPTION}${GOODBYE}`);
    const { packet } = announced().send(udpFrame({ payload: bytes }));
    expect(packet.kind).toBe(Kind.rtcp);
    expect(packet.rtcp).toMatchObject([
      {
        kind: "sender report",
        ssrc: 0x2e9326fe,
        ntpSeconds: 4004369868,
        ntpFraction: 2343070600,
        rtpTimestamp: 580360,
        packetCount: 3627,
        octetCount: 580320,
        whole: true,
        reports: [
          {
            ssrc: 0x8fa9fa17,
            fractionLost: 8,
            cumulativeLost: -3,
            highestSequence: 0x10e2a,
            jitter: 3,
            lastSenderReport: 0xd5ca19c6,
            delaySinceLastSenderReport: 166352,
          },
        ],
      },
      { kind: "source description", chunks: [{ ssrc: 1, items: [{ type: 1, text: "abcdef" }] }] },
      { kind: "goodbye", sources: [1], reason: "abcdef" },
    ]);
  });

  test("VoIP metrics (RFC 3611 §4.7)", () => {
    const metrics =
      "07000008 00000002 05 06 0a 0b 0064 00c8 0050 0014 ec b0 7f 10 5d 7f 2a 29 30 00 0028 003c 0078";
    const [report] = parseRtcp(hex(`80cf000a 00000001 ${metrics}`), 0, 44);
    expect(report).toMatchObject({
      kind: "extended report",
      blocks: [{ type: 7, start: 8, end: 44 }],
      voipMetrics: [
        {
          ssrc: 2,
          lossRate: 5,
          discardRate: 6,
          burstDuration: 100,
          gapDuration: 200,
          roundTripDelay: 80,
          endSystemDelay: 20,
          rFactor: 93,
          mosListening: 42,
          mosConversational: 41,
        },
      ],
    });
  });

  test("the details say what Wireshark's do", () => {
    const payload = hex(`81c8000c${SENDER_REPORT.slice(8)}${REPORT}${DESCRIPTION}`);
    const { layers } = announced().send(udpFrame({ payload }));
    const expected: Record<string, string> = {
      "rtcp.pt": "Sender Report (200)",
      "rtcp.length": "12 (52 bytes)",
      "rtcp.senderssrc": "0x2e9326fe (781395710)",
      "rtcp.timestamp.ntp": "Nov 22, 2026 20:57:48.545538635 UTC",
      "rtcp.sender.packetcount": "3627",
      "rtcp.ssrc.fraction": "8 / 256",
      "rtcp.ssrc.cum_nr": "-3",
      "rtcp.ssrc.high_cycles": "1",
      "rtcp.ssrc.high_seq": "3626",
      "rtcp.ssrc.dlsr": "166352 (2538 milliseconds)",
      "rtcp.sdes.text": "abcdef",
    };
    for (const [name, value] of Object.entries(expected))
      expect(fieldOf(layers, name)?.value, name).toBe(value);
    expect(fieldOf(layers, "rtcp.ssrc.jitter")).toMatchObject({ start: 42 + 40, end: 42 + 44 });
    expect(layers.filter(({ name }) => name === "rtcp").map(({ label }) => label)).toEqual([
      "Real-time Transport Control Protocol (Sender Report)",
      "Real-time Transport Control Protocol (Source description)",
    ]);
  });
});
