import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRtcp } from "../../../src/dissect/media/rtcp-parse.js";
import { expectSound } from "./sound.js";
import { join, udpFrame, Wire } from "./wire.js";

const OFFER = [
  "c=IN IP4 10.0.0.2",
  "m=audio 7000 RTP/AVP 0 101 96",
  "a=rtpmap:101 telephone-event/8000",
  "a=rtpmap:96 opus/48000/2",
  "m=audio 7100 RTP/SAVP 0",
  "m=image 7200 udptl t38",
];

/** RTP, RTCP, SRTP, SRTCP, fax, STUN, and what has to show itself. */
const PORTS = [7000, 7001, 7100, 7101, 7200, 3478, 40_000];

/** Payloads that begin as one of the protocols does, or not, and go on anyhow. */
const payload = fc
  .tuple(
    fc.constantFrom(
      [],
      [0x80],
      [0xbf, 101],
      [0x81, 200, 0, 6],
      [0x9f, 202],
      [0x9f, 203],
      [0x81, 204],
      [0x8f, 206],
      [0x80, 207, 0, 9, 0, 0, 0, 1, 7, 0, 0, 8],
      [0, 1, 0, 8, 0x21, 0x12, 0xa4, 0x42],
      [1, 1, 0, 0],
      [0x40, 0, 0, 4],
      [0x10, 0, 0, 1, 0x5a, 0x52, 0x54, 0x50],
    ),
    fc.uint8Array({ maxLength: 96 }),
  )
  .map(([head, rest]) => join(Uint8Array.from(head), rest));

describe("whatever the bytes are", () => {
  test("rows and details are given, and the same on a later look", () => {
    fc.assert(
      fc.property(
        payload,
        fc.constantFrom(...PORTS),
        fc.nat(60),
        fc.boolean(),
        (bytes, destinationPort, lost, heuristicRtp) => {
          const wire = new Wire({ heuristicRtp });
          wire.offer(OFFER);
          const frame = udpFrame({ destinationPort, payload: bytes });
          const captured = Math.max(42, frame.length - lost);
          const first = wire.send(frame, captured);
          expectSound(first, captured);
          const { label, info } = first;
          expect(wire.again(2)).toMatchObject({ label, info });
        },
      ),
      { numRuns: 300 },
    );
  });

  test("RTCP's packets lie in their bytes, one after the other", () => {
    fc.assert(
      fc.property(payload, fc.boolean(), (bytes, encrypted) => {
        let at = 0;
        for (const packet of parseRtcp(bytes, 0, bytes.length, encrypted)) {
          expect(packet.start).toBe(at);
          expect(packet.end).toBeGreaterThan(packet.start);
          expect(packet.end).toBeLessThanOrEqual(bytes.length);
          at = packet.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("many small packets in one are read in time that grows with them", () => {
    const many = new Uint8Array(64_000).map((_, i) => [0x80, 203, 0, 0][i & 3]!);
    expect(parseRtcp(many, 0, many.length)).toHaveLength(16_000);
  });
});
