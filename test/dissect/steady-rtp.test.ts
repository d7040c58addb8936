import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Dissector } from "../../src/dissect/dissector.js";
import { rtp as rtpProtocol } from "../../src/dissect/media/rtp.js";
import { Kind, type Packet } from "../../src/dissect/packet.js";
import { protocols } from "../../src/dissect/protocols.js";
import { tablesOf } from "../../src/dissect/registry.js";
import { mediaFrames, offers, rtp, send, stun } from "../packets/media-frames.js";
import { rowOf } from "./wire.js";

/** Gives frames to a dissector's `learn`; with a list of its own, a dissector knows no short ways. */
function learnAll(frames: readonly Uint8Array[], heuristicRtp: boolean, list = protocols): unknown[] {
  const dissector = new Dissector({ heuristicRtp, list });
  return frames.map((bytes, i) => learnt(dissector.learn(bytes, 0, bytes.length, record(i, bytes))));
}

const record = (i: number, { length }: Uint8Array) => ({
  ...{ number: i + 1, offset: 0, time: i * 20e6, length, interfaceId: 0, linkType: 1, decimals: 6 },
  stamped: true,
});

/** What `learn` promises. */
function learnt(packet: Packet): unknown {
  const { number, time, length, kind, family, sourceAt, destinationAt, sourcePort, destinationPort } = packet;
  const media = kind === Kind.rtp || kind === Kind.rtpEvent;
  return {
    ...{ number, time, length, kind, family, sourceAt, destinationAt, sourcePort, destinationPort },
    ...(media && { rtp: { ...packet.rtp }, flow: packet.flow !== undefined }),
    row: rowOf(packet),
    messages: packet.sip.length,
    reports: packet.rtcp.length,
  };
}

describe("the short way of RTP", () => {
  it("is taken from a flow's second packet on, and leaves one layer", () => {
    const dissector = new Dissector();
    const packets = [0x80, 0, 0, 8, 8].map((second) => rtp(5004, second));
    const layers = [offers(5004)[0]!, ...packets].map((bytes, i) => {
      return dissector.learn(bytes, 0, bytes.length, record(i, bytes)).layerCount;
    });
    expect(layers).toEqual([4, 4, 1, 1, 4, 1]);
  });

  it("is taken too where STUN went before", () => {
    const dissector = new Dissector();
    const frames = [offers(5004)[0]!, stun(5004), rtp(5004, 0), rtp(5004, 0)];
    const layers = frames.map(
      (bytes, i) => dissector.learn(bytes, 0, bytes.length, record(i, bytes)).layerCount,
    );
    expect(layers).toEqual([4, 4, 4, 1]);
  });

  it("is right to take bytes that begin as it wants for RTP's: no look that is asked before takes them", () => {
    const { udp } = tablesOf(protocols).lookers;
    const earlier = udp.slice(
      0,
      udp.findIndex(({ protocol }) => protocol === rtpProtocol),
    );
    expect(earlier.map(({ protocol }) => protocol.name)).toEqual(
      expect.arrayContaining(["stun", "rtcp", "zrtp", "sip", "dtls"]),
    );
    const seconds = fc
      .integer({ min: 0, max: 255 })
      .filter((second) => (second & 127) < 64 || (second & 127) > 95);
    fc.assert(
      fc.property(seconds, fc.uint8Array({ minLength: 10, maxLength: 60 }), (second, rest) => {
        const bytes = send(5004, Uint8Array.of(0x80, second, ...rest));
        const packet = new Dissector().dissect(bytes, 0, bytes.length, record(0, bytes));
        const takers = earlier.filter(({ looksLike }) => looksLike(packet, 42, bytes.length));
        expect(takers).toEqual([]);
      }),
    );
  });

  it("tells the same as the long one, whatever comes in between", () => {
    fc.assert(
      fc.property(mediaFrames, fc.boolean(), (all, heuristicRtp) => {
        expect(learnAll(all, heuristicRtp)).toEqual(learnAll(all, heuristicRtp, [...protocols]));
      }),
      { numRuns: 400 },
    );
  });
});
