import fc from "fast-check";
import { expect, test } from "vitest";
import { expectSound } from "../media/sound.js";
import { join, udpFrame, Wire } from "../media/wire.js";

const PORTS = [53, 5353, 5355, 137, 138, 67, 123, 161, 1900, 5060, 30_002];

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
    ),
    fc.uint8Array({ maxLength: 300 }),
  )
  .map(([head, rest]) => join(Uint8Array.from(head), rest));

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
    { numRuns: 1000 },
  );
});
