import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FrameRecord } from "../../src/capture/frame.js";
import { Dissector } from "../../src/dissect/dissector.js";
import type { Packet } from "../../src/dissect/packet.js";
import { protocols } from "../../src/dissect/protocols.js";
import { hex } from "./wire.js";

/** Ethernet, IPv4 10.0.0.1 → 10.0.0.2, UDP 4000 → 5004, an RTP packet of 4 bytes; 6 bytes of padding. */
const FRAME = hex(`
  020000000001 020000000002 0800
  4500 002c 0001 0000 40 11 0000 0a000001 0a000002
  0fa0 138c 0018 0000
  80 00 0001 000000a0 2cf77874 d5d5d5d5
  000000000000`);
const IP_END = FRAME.length - 6;

const record: FrameRecord = {
  number: 1,
  offset: 0,
  time: 0,
  length: FRAME.length,
  interfaceId: 0,
  linkType: 1,
  decimals: 6,
  stamped: true,
};

/** All that the layers leave, as text. */
function left(packet: Packet): string {
  const { family, sourceAt, destinationAt, sourcePort, destinationPort, kind, networkEnd, wireEnd } = packet;
  const layers = packet.protocols
    .slice(0, packet.layerCount)
    .map(({ name }, i) => [name, packet.starts[i], packet.ends[i], packet.wireEnds[i]].join(" "));
  const rest = [family, sourceAt, destinationAt, sourcePort, destinationPort, kind, networkEnd, wireEnd];
  return [...layers, rest.join(" ")].join("\n");
}

const LISTS = [protocols, [...protocols]];

/** What the short way leaves, and what the dissectors leave that hand over to one another. */
function bothWays(bytes: Uint8Array, length: number, heuristicRtp: boolean): [string, string] {
  const [short, long] = LISTS.map((list) =>
    left(new Dissector({ heuristicRtp, list }).dissect(bytes, 0, bytes.length, { ...record, length })),
  );
  return [short!, long!];
}

describe("the short way through Ethernet, IPv4 and UDP", () => {
  it("reads a media packet as its layers do", () => {
    const [short, long] = bothWays(FRAME, FRAME.length, true);
    expect(short).toBe(
      ["eth 0 14 64", "ip 14 34 64", "udp 34 42 58", "rtp 42 58 58", "4 26 30 4000 5004 2 58 58"].join("\n"),
    );
    expect(long).toBe(short);
  });

  it("leaves the same as the layers do of any frame, damaged or cut as it may be", () => {
    const change = fc.tuple(fc.nat(FRAME.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 3 }),
        fc.oneof({ weight: 3, arbitrary: fc.constant(FRAME.length) }, fc.integer({ min: 30, max: IP_END })),
        fc.nat(3),
        fc.boolean(),
        (changes, keep, beyond, heuristicRtp) => {
          const bytes = FRAME.slice(0, keep);
          for (const [at, value] of changes) if (at < keep) bytes[at] = value;
          const [short, long] = bothWays(bytes, keep + beyond, heuristicRtp);
          expect(short).toBe(long);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
