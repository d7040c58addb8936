import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSound } from "../media/sound.js";
import { join, udpFrame, Wire } from "../media/wire.js";
import { Talk } from "./talk.js";

const PORTS = [53, 5353, 5355, 137, 138, 67, 123, 161, 1900, 5060, 30_002, 4569, 2427, 2944, 1719, 1812];

const payload = fc
  .tuple(
    fc.constantFrom(
      [],
      [0x12, 0x34, 0x81, 0x80, 0, 1, 0, 2, 0, 0, 0, 1, 0xc0, 0x0c],
      [0x30, 0x40, 2, 1, 1, 4, 6],
      [0x23],
      [1, 1, 6, 0],
      [...new TextEncoder().encode("NOTIFY * HTTP/1.1\r\n")],
      [
        ...new TextEncoder().encode(
          "INVITE sip:a@b SIP/2.0\r\nContent-Type: application/sdp\r\n\r\nc=IN IP4 1.2.3.4\r\nm=audio ",
        ),
      ],
      [0x16, 0xfe, 0xfd, 0, 0],
      [0x16, 3, 1, 0, 20, 1, 0, 0, 16, 3, 3],
      [0x14, 3, 3, 0, 1, 1, 0x16, 3, 3, 0, 8],
      [0, 20, 0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42],
      [0x80, 4, 0, 0, 0, 0, 0, 3, 0, 0, 6, 1, 1, 3], // IAX2: NEW
      [3, 0, 0, 40, 8, 2, 0, 5, 5, 0x7e, 0, 28, 5, 0x20], // TPKT, Q.931, H.225.0: Setup
      [16, 0, 0, 0, 0, 0, 0, 0, 0x8a, 0, 0, 0], // Skinny: StartMediaTransmission
      [1, 7, 0, 40], // RADIUS: Access-Request
      [...new TextEncoder().encode("CRCX 1 a@b MGCP 1.0\r\nP: PS=1,\r\n\r\nm=audio ")],
      [...new TextEncoder().encode("!/1 [1.2.3.4] T=1{C=1{MF=A{M{L{c=IN IP4 1.2.3.4 m=audio ")],
      [...new TextEncoder().encode("RTSP/1.0 200 OK\r\nTransport: RTP/AVP;client_port=7-8\r\n\r\n$")],
      [...new TextEncoder().encode("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n")],
      [...new TextEncoder().encode("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n")],
    ),
    fc.uint8Array({ maxLength: 300 }),
  )
  .map(([head, rest]) => join(Uint8Array.from(head), rest));

test("whatever a stream holds, and however it is cut, its rows are given", () => {
  const ports = fc.constantFrom(80, 443, 53, 3478, 5060, 12_345, 554, 2000, 1720);
  const parts = fc.array(fc.tuple(fc.boolean(), payload, fc.nat(40)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(ports, parts, (port, turns) => {
      const wire = new Wire();
      const talk = new Talk(wire, port);
      const rows = turns.flatMap(([fromClient, bytes, at]) =>
        [bytes.subarray(0, at), bytes.subarray(at)]
          .filter((part) => part.length > 0)
          .map((part) => (fromClient ? talk.say(part) : talk.answer(part))),
      );
      const again = rows.map((_, index) => wire.again(index + 4));
      expect(again.map(({ label, info }) => `${label} | ${info}`)).toEqual(rows);
    }),
    { numRuns: 100 },
  );
});

test("whatever the bytes are, rows and details are given, and the same on a later look", () => {
  fc.assert(
    fc.property(payload, fc.constantFrom(...PORTS), fc.nat(100), (bytes, destinationPort, lost) => {
      const wire = new Wire();
      const frame = udpFrame({ destinationPort, payload: bytes });
      const captured = Math.max(42, frame.length - lost);
      const first = wire.send(frame, captured);
      expectSound(first, captured);
      const { label, info } = first;
      expect(wire.again(1)).toMatchObject({ label, info });
    }),
    { numRuns: 300 },
  );
});
