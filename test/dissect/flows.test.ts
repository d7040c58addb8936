import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Announcement } from "../../src/dissect/announcements.js";
import { Conversations } from "../../src/dissect/conversations.js";
import { Family, Packet } from "../../src/dissect/packet.js";
import { tablesOf } from "../../src/dissect/registry.js";

const addressOf = (n: number, words: number) =>
  Uint8Array.from({ length: 4 * words }, (_, i) => (i === 4 * words - 1 ? n & 255 : i === 1 ? n >> 8 : 10));

/** A packet from one endpoint to another, as the layers below media leave it. */
function send(packet: Packet, number: number, from: number, to: number, ports: number, words: 1 | 4): void {
  packet.number = number;
  packet.flow = undefined;
  packet.family = words === 4 ? Family.ipv6 : Family.ipv4;
  packet.addressBytes = Uint8Array.of(...addressOf(from, words), ...addressOf(to, words));
  packet.sourceAt = 0;
  packet.destinationAt = 4 * words;
  packet.sourcePort = ports >> 16;
  packet.destinationPort = ports & 0xffff;
}

const announcementBy = (frame: number): Announcement => ({
  frame,
  method: "SDP",
  use: "rtp",
  media: "audio",
  encrypted: false,
  rtcpMux: false,
  formats: new Map(),
  events: new Set(),
});

const newPacket = () => new Packet(new Conversations(false), tablesOf([]));

describe("flows", () => {
  const step = fc.record({
    announces: fc.boolean(),
    from: fc.nat(3),
    to: fc.nat(3),
    sourcePort: fc.constantFrom(4000, 4002),
    destinationPort: fc.constantFrom(4000, 4002),
    words: fc.constantFrom<(1 | 4)[]>(1, 4),
  });

  it("tell of each packet what looking up both its endpoints tells, whatever was announced in between", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const packet = newPacket();
        const { announcements, flows } = packet.conversations;
        for (const [i, { announces, from, to, sourcePort, destinationPort, words }] of steps.entries()) {
          if (announces) announcements.add(addressOf(to, words), destinationPort, announcementBy(i + 1));
          send(packet, i + 1, from, to, (sourcePort << 16) | destinationPort, words);
          expect(flows.announcement(packet)).toBe(announcements.find(packet));
        }
      }),
    );
  });

  it("keep the stream of their latest packet until something else is announced", () => {
    const packet = newPacket();
    const { announcements, flows } = packet.conversations;
    announcements.add(addressOf(2, 1), 5000, announcementBy(1));
    const again = () => {
      send(packet, 10, 1, 2, (4000 << 16) | 5000, 1);
      flows.announcement(packet);
      return packet.flow!;
    };
    expect(again().streamOf(7)).toBe(-1);
    again().noteStream(7, 3);
    expect([again().streamOf(7), again().streamOf(8)]).toEqual([3, -1]);
    announcements.add(addressOf(1, 1), 4000, announcementBy(9));
    expect(again().streamOf(7)).toBe(-1);
  });

  it("are right where there are more than are kept", () => {
    const packet = newPacket();
    const { announcements, flows } = packet.conversations;
    const announcement = announcementBy(1);
    announcements.add(addressOf(9, 1), 5000, announcement);
    let wrong = 0;
    for (const turn of [0, 1]) {
      for (let i = 0; i < 70_000; i++) {
        send(packet, 2 + i, i >> 4, 9, ((i & 15) << 16) | 5000, 1);
        if (flows.announcement(packet) !== announcement) wrong++;
        const stream = packet.flow!.streamOf(1);
        if (stream !== -1 && (turn === 0 || stream !== i)) wrong++;
        packet.flow!.noteStream(1, i);
      }
    }
    expect(wrong).toBe(0);
  });

  it("learn nothing from a later look, which gets what held at its frame", () => {
    const packet = newPacket();
    const { announcements, flows } = packet.conversations;
    const [first, second] = [announcementBy(1), announcementBy(5)];
    for (const one of [first, second]) announcements.add(addressOf(2, 1), 5000, one);
    send(packet, 3, 1, 2, (4000 << 16) | 5000, 1);
    packet.known = 2;
    expect(flows.announcement(packet)).toBe(first);
    expect(packet.flow).toBeUndefined();
  });
});
