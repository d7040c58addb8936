import { describe, expect, it } from "vitest";
import { hex, join, Wire } from "./wire.js";

// type, no attributes, magic cookie, transaction (RFC 8489 §5)
const stun = (type: string) => hex(`${type} 0000 2112a442 010101010101010101010101`);
const REQUEST = stun("0001");
const RESPONSE = stun("0101");
const ALLOCATE = stun("0003");
// version 2, payload type 96, sequence number 1, timestamp 160, SSRC 0x11223344, 20 bytes of payload
const MEDIA = join(hex("80 60 0001 000000a0 11223344"), new Uint8Array(20));
/** Channel 0x4000 with an RTP packet (RFC 8656 §12.4). */
const RELAYED = join(hex("4000 0020"), MEDIA);

/** 10.0.0.2 offers opus at a port of its own, with candidates on two more. */
const OFFER = [
  "c=IN IP4 10.0.0.2",
  "t=0 0",
  "m=audio 20000 RTP/AVP 96",
  "a=rtpmap:96 opus/48000/2",
  "a=candidate:1 1 UDP 2130706303 10.0.0.2 30002 typ host",
  "a=candidate:1 2 UDP 2130706302 10.0.0.2 30003 typ host",
  "a=candidate:2 1 TCP 1694498687 10.0.0.2 30004 typ host",
];
const ANSWER = ["c=IN IP4 10.0.0.2", "t=0 0", "m=audio 30002 RTP/AVP 96", "a=rtpmap:96 opus/48000/2"];

const UDP = "UDP | 30000 → 30002 Len=32";
const UNNAMED = "RTP | PT=DynamicRTP-Type-96, SSRC=0x11223344, Seq=1, Time=160";
const NAMED = "OPUS | PT=opus, SSRC=0x11223344, Seq=1, Time=160";
const back = { source: "10.0.0.2", sourcePort: 30_002, destination: "10.0.0.1", destinationPort: 30_000 };

// goldens: TShark 4.0.17 with rtp.heuristic_rtp:TRUE, which by default leaves RTP behind STUN as UDP
describe("media between ICE's candidates", () => {
  it("is RTP once STUN went the same way, without the names that nobody announced", () => {
    const wire = new Wire();
    wire.offer(OFFER);
    expect(wire.row({ payload: MEDIA })).toBe(UDP);
    expect(wire.row({ payload: REQUEST })).toBe("STUN | Binding Request");
    expect(wire.row({ ...back, payload: RESPONSE })).toBe("STUN | Binding Success Response");
    expect(wire.row({ payload: MEDIA })).toBe(UNNAMED);
    expect(wire.row({ ...back, payload: MEDIA })).toBe(UNNAMED);
    expect(wire.row({ sourcePort: 30_001, payload: MEDIA })).toBe("UDP | 30001 → 30002 Len=32");
    const again = [2, 5].map((number) => wire.again(number)).map(({ label, info }) => `${label} | ${info}`);
    expect(again).toEqual([UDP, UNNAMED]);
  });

  it("keeps that reading when a later offer names the endpoint", () => {
    const wire = new Wire();
    wire.offer(OFFER);
    wire.row({ payload: REQUEST });
    wire.row({ payload: MEDIA });
    wire.offer(ANSWER);
    expect(wire.row({ payload: MEDIA })).toBe(UNNAMED);
  });

  it("has the names of an offer that comes before it", () => {
    const wire = new Wire();
    wire.offer(OFFER);
    wire.row({ payload: REQUEST });
    wire.offer(ANSWER);
    expect(wire.row({ payload: MEDIA })).toBe(NAMED);
  });

  it("is not looked for where candidates are for RTCP, TCP or encrypted media, or there is no candidate", () => {
    for (const [offer, destinationPort] of [
      [OFFER, 30_003],
      [OFFER, 30_004],
      [OFFER.map((line) => line.replace("RTP/AVP", "UDP/TLS/RTP/SAVPF")), 30_002],
      [ANSWER.map((line) => line.replace("30002", "20000")), 30_002],
    ] as const) {
      const wire = new Wire();
      wire.offer([...offer]);
      wire.row({ destinationPort, payload: REQUEST });
      expect(wire.row({ destinationPort, payload: MEDIA })).toBe(`UDP | 30000 → ${destinationPort} Len=32`);
    }
  });
});

// goldens: TShark 4.0.17
describe("TURN's channel data on any port", () => {
  it("shows itself where STUN went before, both ways", () => {
    for (const first of [ALLOCATE, REQUEST]) {
      const wire = new Wire();
      expect(wire.row({ payload: RELAYED })).toBe("UDP | 30000 → 30002 Len=36");
      wire.row({ payload: first });
      expect(wire.row({ payload: RELAYED })).toBe("STUN | ChannelData TURN Message");
      expect(wire.row({ ...back, payload: RELAYED })).toBe("STUN | ChannelData TURN Message");
      expect(wire.row({ payload: join(hex("4000 0021"), MEDIA) })).toBe("UDP | 30000 → 30002 Len=36");
    }
  });

  it("has a channel from 0x4000 to 0x7fff, or Microsoft's own", () => {
    const wire = new Wire();
    wire.row({ payload: REQUEST });
    expect(wire.row({ payload: join(hex("ff10 0020"), MEDIA) })).toBe("STUN | ChannelData TURN Message");
    expect(wire.row({ payload: join(hex("7fff 0020"), MEDIA) })).toBe("STUN | ChannelData TURN Message");
    for (const other of ["8000", "c000", "ff0f", "ff11"]) {
      const payload = join(hex(`${other} 0020`), MEDIA);
      expect(wire.row({ payload })).toBe("UDP | 30000 → 30002 Len=36");
    }
  });

  it("does so at an announced endpoint", () => {
    const wire = new Wire();
    wire.offer(ANSWER);
    wire.row({ payload: ALLOCATE });
    expect(wire.row({ payload: RELAYED })).toBe("STUN | ChannelData TURN Message");
  });
});

// goldens: TShark 4.0.17 with rtp.heuristic_rtp:TRUE
describe("at an announced endpoint behind STUN, all must show itself", () => {
  const wire = new Wire();
  wire.offer([...ANSWER, "a=rtcp-mux"]);
  wire.row({ payload: REQUEST });

  it.each([
    ["RTP", MEDIA, NAMED],
    ["RTP with padding that cannot be", join(hex("a0 60 0001 000000a0 11223344"), new Uint8Array(20)), UDP],
    ["RTCP", hex("80c90001 11223344"), "RTCP | Receiver Report   "],
    ["RTCP with an authentication tag", hex("80c90001 11223344 80000001 0102"), "UDP | 30000 → 30002 Len=14"],
  ])("%s", (_, payload, row) => {
    expect(wire.row({ payload })).toBe(row);
  });
});
