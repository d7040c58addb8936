import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Dissector } from "../../src/dissect/dissector.js";
import { rtp as rtpProtocol } from "../../src/dissect/media/rtp.js";
import { Kind, type Packet } from "../../src/dissect/packet.js";
import { protocols } from "../../src/dissect/protocols.js";
import { tablesOf } from "../../src/dissect/registry.js";
import { udpFrame } from "../packets/frames.js";
import { hex, rowOf } from "./wire.js";

/** An ordinary port, and SSDP's: what is not announced goes there by its port. */
const PORTS = [5004, 1900];

const send = (destinationPort: number, payload: Uint8Array) =>
  udpFrame({ source: "10.0.0.1", destination: "10.0.0.2", sourcePort: 4000, destinationPort, payload });

/** A bare packet: its second byte holds marker and payload type. */
const rtp = (port: number, second: number, payload = "d5d5d5d5") =>
  send(port, hex(`80 ${second.toString(16).padStart(2, "0")} 0001 000000a0 2cf77874 ${payload}`));

/** STUN's Binding Request (RFC 8489 §5), without attributes. */
const stun = (port: number) => send(port, hex("0001 0000 2112a442 000102030405060708090a0b"));

/** An INVITE whose description has these lines. */
function offer(...lines: string[]): Uint8Array {
  const body = ["v=0", "o=- 1 1 IN IP4 10.0.0.2", "s=-", "c=IN IP4 10.0.0.2", ...lines, ""].join("\r\n");
  const head = ["INVITE sip:a@b SIP/2.0", "Content-Type: application/sdp", "", ""].join("\r\n");
  return send(5060, new TextEncoder().encode(head + body));
}

const offers = (port: number) => [
  offer(`m=audio ${port} RTP/AVP 0`),
  offer(`m=audio ${port} RTP/AVP 0 101`, "a=rtpmap:101 telephone-event/8000"),
  offer(`m=audio ${port} RTP/AVP 0 101`, "a=rtpmap:101 opus/48000/2"),
  offer(`m=audio ${port} RTP/SAVP 0 101`),
  offer("m=audio 6000 RTP/AVP 0"),
  offer(`m=image ${port} udptl t38`),
];

/** A packet with bytes changed, cut off at its end. */
const damaged = (port: number) => {
  const whole = rtp(port, 0);
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
  return fc.tuple(fc.array(change, { maxLength: 2 }), fc.nat(3)).map(([changes, cut]) => {
    const bytes = whole.slice(0, whole.length - cut);
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    return bytes;
  });
};

const frames = fc.constantFrom(...PORTS).chain((port) => {
  const types = fc.constantFrom(0, 0x80, 8, 70, 198, 101, 0xe5);
  const one = fc.oneof(
    { weight: 6, arbitrary: types.map((second) => rtp(port, second)) },
    { weight: 1, arbitrary: types.map((second) => rtp(port, second, "")) },
    { weight: 2, arbitrary: damaged(port) },
    { weight: 2, arbitrary: fc.constantFrom(...offers(port)) },
    { weight: 1, arbitrary: fc.constant(stun(port)) },
  );
  const first = fc.constantFrom([offers(port)[1]!], []);
  return fc.tuple(first, fc.array(one, { maxLength: 30 })).map(([begin, rest]) => [...begin, ...rest]);
});

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
      fc.property(frames, fc.boolean(), (all, heuristicRtp) => {
        expect(learnAll(all, heuristicRtp)).toEqual(learnAll(all, heuristicRtp, [...protocols]));
      }),
      { numRuns: 400 },
    );
  });
});
