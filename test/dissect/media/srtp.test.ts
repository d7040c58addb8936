import { describe, expect, test } from "vitest";
import { hex, join, Wire } from "./wire.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same frames.

const SDP = ["c=IN IP4 10.0.0.2", "m=audio 30001 RTP/AVP 0 97", "a=rtpmap:97 speex/8000"];

/** V=2, payload type, sequence 1, timestamp 160, SSRC 1, 20 bytes of payload. */
const media = (type: string) => hex(`80${type}0001 000000a0 00000001 ${"00".repeat(20)}`);

/** A sender report of 28 bytes, and what encryption adds: index and authentication tag. */
const REPORT = hex(
  "80c80006 2e9326fe eeadd5cc 8ba86b88 0008db08 00000e2b 0008dae0 80000001 00000000000000000000",
);

/** Sequence 1, cookie, source 1, message of 3 words: its type in 8 characters, CRC. */
const zrtp = (type: string) =>
  join(hex("10000001 5a525450 00000001 505a0003"), new TextEncoder().encode(type.padEnd(8)), hex("00000000"));

/**
 * Record: handshake (22), DTLS 1.2, epoch and sequence 0, 61 bytes. Message: server hello (2), whole in one fragment of
 * 49 bytes: DTLS 1.2, random, no session, cipher c02b, no compression, extensions: use_srtp (14), profile 1, no MKI.
 */
const SERVER_HELLO = hex(
  `16fefd 0000000000000000 003d 02000031 0000 000000 000031 fefd ${"00".repeat(32)} 00 c02b 00
   0009 000e0005 0002000100`.replaceAll("\n", " "),
);

const there = { sourcePort: 30_000, destinationPort: 30_001 };
const back = { source: "10.0.0.2", destination: "10.0.0.1", sourcePort: 30_001, destinationPort: 30_000 };
const otherPort = { ...there, sourcePort: 30_010 };
const otherAddress = { ...there, source: "10.0.0.3" };
const DYNAMIC = "SRTP | PT=DynamicRTP-Type-97, SSRC=0x1, Seq=1, Time=160";
const SPEEX = "RTP | PT=speex, SSRC=0x1, Seq=1, Time=160";

function announced(): Wire {
  const wire = new Wire();
  wire.offer(SDP);
  return wire;
}

describe.each([
  ["ZRTP's last message", zrtp("Conf2ACK"), "ZRTP | Conf2ACK Packet"],
  ["DTLS's server, with use_srtp", SERVER_HELLO, "DTLSv1.2 | Server Hello"],
])("%s", (_, payload, row) => {
  test("makes SRTP of what goes between its two ports, whatever was announced", () => {
    const wire = announced();
    expect(wire.row({ ...there, payload: media("61") })).toBe(SPEEX);
    expect(wire.row({ ...there, payload })).toBe(row);
    for (const datagram of [there, back, otherAddress])
      expect(wire.row({ ...datagram, payload: media("61") })).toBe(DYNAMIC);
    expect(wire.row({ ...otherPort, payload: media("61") })).toBe(SPEEX);
    expect(wire.row({ ...there, payload: REPORT })).toBe("SRTCP | Sender Report   ");
    wire.offer(SDP);
    expect(wire.row({ ...there, payload: media("61") })).toBe(DYNAMIC);
    expect(wire.again(2).label).toBe("RTP");
  });
});

test("DTLS announces SRTP by itself, for its own two ports", () => {
  const wire = new Wire();
  wire.row({ ...there, payload: SERVER_HELLO });
  for (const datagram of [there, back, otherAddress])
    expect(wire.row({ ...datagram, payload: media("61") })).toBe(DYNAMIC);
  expect(wire.row({ ...otherPort, payload: media("61") })).toBe("UDP | 30010 → 30001 Len=32");
});

describe("ZRTP", () => {
  test("makes SRTCP of the ports after its own", () => {
    const wire = announced();
    const next = { sourcePort: 30_001, destinationPort: 30_002, payload: REPORT };
    wire.row({ ...there, payload: zrtp("HelloACK") });
    expect(wire.row(next)).toBe("RTCP | Sender Report   ");
    wire.row({ ...there, payload: zrtp("Conf2ACK") });
    expect(wire.row(next)).toBe("SRTCP | Sender Report   ");
  });

  test("is known only where media was announced", () => {
    expect(new Wire().row({ ...there, payload: zrtp("Conf2ACK") })).toBe("UDP | 30000 → 30001 Len=28");
  });
});
