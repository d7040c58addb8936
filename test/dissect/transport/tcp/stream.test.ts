import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { infoOf, protocolOf } from "../../../../src/dissect/columns.js";
import { detailsOf } from "../../../../src/dissect/details.js";
import type { Packet } from "../../../../src/dissect/packet.js";
import { Wire } from "../../wire.js";
import { Connection, options, SYN, segment } from "./segments.js";

const numbersOf = (packet: Packet) => packet.sip.map((message) => Number(message.callId));

describe("SIP over TCP", () => {
  it("gives each message once, in the frame that ends it, wherever segments are cut and repeated", () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 30 });
    const bodies = fc.array(fc.nat(300), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(bodies, sizes, fc.infiniteStream(fc.boolean()), (lengths, cuts, repeats) => {
        const messages = lengths.map((length, i) => options(i + 1, "x".repeat(length)));
        const stream = messages.join("");
        const ends = messages.map((_, i) => messages.slice(0, i + 1).join("").length);
        const connection = new Connection();
        let at = 0;
        for (let i = 0; at < stream.length; i++) {
          const end = Math.min(stream.length, at + cuts[i % cuts.length]!);
          const sent = { seq: 1 + at, ack: 1, data: stream.slice(at, end) };
          const ended = ends.flatMap((messageEnd, n) =>
            messageEnd > at && messageEnd <= end ? [n + 1] : [],
          );
          const packet = connection.sees(sent);
          expect(numbersOf(packet)).toEqual(ended);
          const again = connection.wire.again(packet.number);
          expect(numbersOf(again)).toEqual(ended);
          if (repeats.next().value) expect(numbersOf(connection.sees(sent))).toEqual([]);
          at = end;
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives a message whose segments come out of their order, which Wireshark does by option only", () => {
    const message = options(1, "x".repeat(300));
    const [a, b, c] = [message.slice(0, 200), message.slice(200, 350), message.slice(350)];
    const connection = new Connection();
    connection.sees({ seq: 1, data: a });
    expect(numbersOf(connection.sees({ seq: 351, data: c }))).toEqual([]);
    const packet = connection.sees({ seq: 201, data: b });
    expect(numbersOf(packet)).toEqual([1]);
    expect(protocolOf(packet)).toBe("SIP");
    expect(infoOf(packet)).toBe("[TCP Out-Of-Order] Request: OPTIONS sip:1@example.org | ");
    expect(infoOf(connection.wire.again(packet.number))).toBe(infoOf(packet));
  });

  it("gives two messages whose segments changed places", () => {
    const connection = new Connection();
    const first = options(1);
    expect(numbersOf(connection.sees({ seq: 1 + first.length, data: options(2) }))).toEqual([2]);
    expect(numbersOf(connection.sees({ seq: 1, data: first }))).toEqual([1]);
    expect(numbersOf(connection.sees({ seq: 1 + 2 * first.length, data: options(3) }))).toEqual([3]);
  });

  it("goes on with the next message where a part of one is missing for good", () => {
    const connection = new Connection();
    const lost = options(1, "x".repeat(300));
    connection.sees({ seq: 1, data: lost.slice(0, 200) });
    connection.sees({ seq: 301, data: lost.slice(300) });
    expect(numbersOf(connection.sees({ seq: 1 + lost.length, data: options(2) }))).toEqual([2]);
  });

  it("passes over line breaks before a message (RFC 3261 §7.5), which Wireshark stumbles over", () => {
    const connection = new Connection();
    expect(protocolOf(connection.sees({ seq: 1, data: "\r\n\r\n" }))).toBe("TCP");
    expect(numbersOf(connection.sees({ seq: 5, data: `\r\n\r\n${options(1)}\r\n` }))).toEqual([1]);
  });

  it("is found on any port by its look", () => {
    const connection = new Connection({ serverPort: 7777 });
    const message = options(1, "x".repeat(100));
    expect(numbersOf(connection.sees({ seq: 1, data: message.slice(0, 150) }))).toEqual([]);
    expect(numbersOf(connection.sees({ seq: 151, data: message.slice(150) }))).toEqual([1]);
    expect(protocolOf(connection.sees({ seq: 1 + message.length, data: "something else" }))).toBe("TCP");
  });

  it("says of which frames a message was put together", () => {
    const connection = new Connection();
    const message = options(1, "x".repeat(100));
    connection.sees({ seq: 1, data: message.slice(0, 50) });
    const packet = connection.sees({ seq: 51, data: message.slice(50) });
    const [, , tcp, sip] = detailsOf(packet);
    const segments = tcp!.fields.find(({ name }) => name === "tcp.segments")!;
    const rest = message.length - 50;
    expect(segments.value).toBe(`2 (${message.length} bytes): #4(50), #5(${rest})`);
    expect([sip!.of, sip!.start, sip!.end]).toEqual(["reassembled", 0, message.length]);
  });

  it("gives up a message that grows without end, and reads the next", () => {
    const connection = new Connection();
    let seq = 1;
    const begin = "OPTIONS sip:endless@example.org SIP/2.0\r\nX: ";
    for (const data of [begin, ...new Array<string>(30).fill("x".repeat(60_000))]) {
      connection.sees({ seq, data });
      seq += data.length;
    }
    expect(numbersOf(connection.sees({ seq, data: `\r\n\r\n${options(2)}` }))).toEqual([2]);
  });
});

describe("many half-open connections", () => {
  it("are let go, the idle first, and their frames keep their numbers", () => {
    const wire = new Wire();
    for (let port = 1; port <= 40_000; port++) wire.sees(segment({ flags: SYN, port, serverPort: 80 }));
    expect(infoOf(wire.again(1))).toBe("1 → 80 [SYN] Seq=0 Win=1000 Len=0");
    expect(infoOf(wire.sees(segment({ seq: 1, ack: 1, port: 40_000, serverPort: 80 })))).toContain(
      "Seq=1 Ack=1",
    );
    // the first is forgotten: what it sends now begins anew
    expect(infoOf(wire.sees(segment({ seq: 9, ack: 1, port: 1, serverPort: 80 })))).toContain("Seq=1 Ack=1");
  });
});
