import { describe, expect, test } from "vitest";
import { hex, udpFrame, Wire } from "../media/wire.js";

// What is RTP after these descriptions is so in TShark 4.0.17 too, unless a test says otherwise.

const rtp = (payloadType: number) =>
  Uint8Array.of(0x80, payloadType, 0, 1, 0, 0, 0, 160, 0, 0, 0, 7, 1, 2, 3, 4, 5, 6, 7, 8);
const RTCP = hex("80ca0000");

/** The label of a datagram to `address:port` after a description. */
function labelAfter(lines: string[], address: string, port: number, payload: Uint8Array): string {
  const wire = new Wire();
  wire.offer(lines);
  return wire.send(udpFrame({ destination: address, destinationPort: port, payload })).label;
}

const B = "10.0.0.2";
const C = "10.0.0.3";

describe("a session description announces", () => {
  test.each([
    ["its port", ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0"], B, 7000, rtp(0), "RTP"],
    ["the next port for RTCP", ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0"], B, 7001, RTCP, "RTCP"],
    [
      "another port for RTCP",
      ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0", "a=rtcp:7050"],
      B,
      7050,
      RTCP,
      "RTCP",
    ],
    [
      "then not the next",
      ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0", "a=rtcp:7050"],
      B,
      7001,
      RTCP,
      "UDP",
    ],
    [
      "nothing next to RTP that shares its port",
      ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0", "a=rtcp-mux"],
      B,
      7001,
      RTCP,
      "UDP",
    ],
    [
      "the address of the medium",
      ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0", "c=IN IP4 10.0.0.3"],
      C,
      7000,
      rtp(0),
      "RTP",
    ],
    [
      "not that of the session then",
      ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0", "c=IN IP4 10.0.0.3"],
      B,
      7000,
      rtp(0),
      "UDP",
    ],
    [
      "the second medium",
      ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0", "m=video 7002 RTP/AVP 96", "a=rtpmap:96 VP8/90000"],
      B,
      7002,
      rtp(96),
      "VP8",
    ],
    ["a group", ["c=IN IP4 224.2.1.1/127/3", "m=audio 7000/2 RTP/AVP 0"], "224.2.1.1", 7000, rtp(0), "RTP"],
    ["SRTP", ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/SAVPF 0"], B, 7000, rtp(0), "SRTP"],
    ["fax", ["c=IN IP4 10.0.0.2", "m=image 7000 udptl t38"], B, 7000, hex("0000 01 04 00"), "T.38"],
    [
      "events by their name",
      ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 120", "a=rtpmap:120 Telephone-Event/8000"],
      B,
      7000,
      rtp(120),
      "RTP EVENT",
    ],
    [
      "101 for something else",
      ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 101", "a=rtpmap:101 opus/48000/2"],
      B,
      7000,
      rtp(101),
      "OPUS",
    ],
    [
      "all of a bundle on one port",
      [
        "c=IN IP4 10.0.0.2",
        "m=audio 7000 RTP/AVP 96",
        "a=rtpmap:96 opus/48000/2",
        "m=video 7000 RTP/AVP 97",
        "a=rtpmap:97 VP8/90000",
      ],
      B,
      7000,
      rtp(97),
      "VP8",
    ],
    ["nothing on port 0", ["c=IN IP4 10.0.0.2", "m=audio 0 RTP/AVP 0"], B, 0, rtp(0), "UDP"],
    ["nothing without an address", ["m=audio 7000 RTP/AVP 0"], B, 7000, rtp(0), "UDP"],
    ["nothing at a name", ["c=IN IP4 example.com", "m=audio 7000 RTP/AVP 0"], B, 7000, rtp(0), "UDP"],
    ["nothing over TCP", ["c=IN IP4 10.0.0.2", "m=audio 7000 TCP/RTP/AVP 0"], B, 7000, rtp(0), "UDP"],
  ])("%s", (_, lines, address, port, payload, label) => {
    expect(labelAfter(lines, address, port, payload)).toBe(label);
  });

  // Wireshark 4.0 reads no address after a=rtcp, and looks for RTCP one port up
  test("where RTCP is to be sent, with an address (RFC 3605 §2.1)", () => {
    const lines = ["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0", "a=rtcp:7050 IN IP4 10.0.0.3"];
    expect(labelAfter(lines, C, 7050, RTCP)).toBe("RTCP");
    expect(labelAfter(lines, B, 7050, RTCP)).toBe("UDP");
  });

  test("a receiver, not a sender: the names are those of the destination", () => {
    const wire = new Wire();
    wire.offer(["c=IN IP4 10.0.0.2", "m=audio 8000 RTP/AVP 96", "a=rtpmap:96 opus/48000/2"]);
    wire.offer(["c=IN IP4 10.0.0.1", "m=audio 8000 RTP/AVP 96", "a=rtpmap:96 VP8/90000"]);
    const label = (source: string, destination: string) =>
      wire.send(udpFrame({ source, sourcePort: 8000, destination, destinationPort: 8000, payload: rtp(96) }))
        .label;
    expect(label("10.0.0.1", B)).toBe("OPUS");
    expect(label(B, "10.0.0.1")).toBe("VP8");
    // sent from an announced port to one that is not: the same as back
    expect(label(B, C)).toBe("OPUS");
  });

  test("nothing for earlier frames, on any look", () => {
    const wire = new Wire();
    const frame = udpFrame({ destinationPort: 7000, payload: rtp(0) });
    expect(wire.send(frame).label).toBe("UDP");
    wire.offer(["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0"]);
    expect(wire.send(frame).label).toBe("RTP");
    expect(wire.again(1).label).toBe("UDP");
    expect(wire.again(3).label).toBe("RTP");
  });

  test("nothing anew when its message is looked at again", () => {
    const wire = new Wire();
    wire.offer(["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 96", "a=rtpmap:96 opus/48000/2"]);
    wire.offer(["c=IN IP4 10.0.0.2", "m=audio 7000 RTP/AVP 0"]);
    wire.again(1);
    expect(wire.send(udpFrame({ destinationPort: 7000, payload: rtp(96) })).label).toBe("RTP");
  });
});
