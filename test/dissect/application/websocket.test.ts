import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fieldOf, join, Wire } from "../media/wire.js";
import { text, word } from "./bytes-of.js";
import { Talk } from "./talk.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same frames.

const KEY = Uint8Array.of(0x12, 0x34, 0x56, 0x78);

/** A frame (RFC 6455 §5.2): the first byte has FIN and the opcode. */
function frame(first: number, payload: Uint8Array | string, masked = true): Uint8Array {
  const bytes = typeof payload === "string" ? text(payload) : payload;
  const mask = masked ? 0x80 : 0;
  const length =
    bytes.length < 126
      ? Uint8Array.of(mask | bytes.length)
      : join(Uint8Array.of(mask | 126), word(bytes.length));
  const shown = masked ? bytes.map((byte, i) => byte ^ KEY[i & 3]!) : bytes;
  return join(Uint8Array.of(first), length, masked ? KEY : new Uint8Array(0), shown);
}

const REGISTER = [
  "REGISTER sip:example.com SIP/2.0",
  "Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bKasudf",
  "From: sip:alice@example.com;tag=65bnmj",
  "To: sip:alice@example.com",
  "Call-ID: aiuy7k9njasd",
  "CSeq: 1 REGISTER",
  "Contact: <sip:alice@df7jal23ls0d.invalid;transport=ws>",
  "Content-Length: 0",
  "\r\n",
].join("\r\n");
const OK = REGISTER.replace("REGISTER sip:example.com SIP/2.0", "SIP/2.0 200 OK");
const REGISTER_ROW = "SIP | Request: REGISTER sip:example.com  (1 binding) | ";

function upgraded(wire = new Wire(), subprotocol = "sip"): Talk {
  const talk = new Talk(wire, 8088);
  const upgrade = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: ${subprotocol}\r\n\r\n`;
  expect(talk.say(`GET /ws HTTP/1.1\r\nHost: x\r\n${upgrade}`)).toBe("HTTP | GET /ws HTTP/1.1 ");
  expect(talk.answer(`HTTP/1.1 101 Switching Protocols\r\n${upgrade}`)).toBe(
    "HTTP | HTTP/1.1 101 Switching Protocols ",
  );
  return talk;
}

describe("SIP over WebSocket", () => {
  test("a message from each side, masked and not", () => {
    const wire = new Wire();
    const talk = upgraded(wire);
    expect(talk.say(frame(0x81, REGISTER))).toBe(REGISTER_ROW);
    expect(talk.answer(frame(0x81, OK, false))).toBe("SIP | Status: 200 OK (REGISTER)  (1 binding) | ");
    const { packet, layers } = wire.again(6);
    expect(packet.sip.map(({ callId }) => callId)).toEqual(["aiuy7k9njasd"]);
    expect(fieldOf(layers, "websocket.opcode")?.value).toBe("Text (1)");
    expect(fieldOf(layers, "sip.CSeq")?.value).toBe("1 REGISTER");
  });

  test("a message in two segments", () => {
    const talk = upgraded();
    const bytes = frame(0x81, REGISTER);
    expect(talk.say(bytes.subarray(0, 200))).toMatch(/^TCP \| .* \[TCP segment of a reassembled PDU\]$/);
    expect(talk.say(bytes.subarray(200))).toBe(REGISTER_ROW);
  });

  test("a message in fragments, a ping between them", () => {
    const wire = new Wire();
    const talk = upgraded(wire);
    expect(talk.say(frame(0x01, REGISTER.slice(0, 100)))).toBe(
      "WebSocket | WebSocket Text[FRAGMENT]  [MASKED]",
    );
    expect(talk.say(frame(0x00, REGISTER.slice(100, 200)))).toBe(
      "WebSocket | WebSocket Continuation[FRAGMENT]  [MASKED]",
    );
    expect(talk.say(frame(0x89, "x"))).toBe("WebSocket | WebSocket Ping [FIN] [MASKED]");
    expect(talk.say(frame(0x80, REGISTER.slice(200)))).toBe(REGISTER_ROW);
    const { label, info, packet } = wire.again(9);
    expect(`${label} | ${info}`).toBe(REGISTER_ROW);
    expect(packet.sip).toHaveLength(1);
  });

  test("several frames in a segment", () => {
    const talk = upgraded();
    const register = frame(0x81, REGISTER);
    expect(talk.say(join(register, register))).toBe(`${REGISTER_ROW}${REGISTER_ROW.slice("SIP | ".length)}`);
    expect(talk.say(join(register, frame(0x89, "")))).toBe(
      "WebSocket | Request: REGISTER sip:example.com  (1 binding) | WebSocket Ping [FIN] [MASKED]",
    );
    expect(talk.say(join(frame(0x89, ""), frame(0x8a, "")))).toBe(
      "WebSocket | WebSocket Pong [FIN] [MASKED]",
    );
  });

  test("what is no SIP", () => {
    const talk = upgraded();
    expect(talk.say(frame(0x81, "\r\n\r\n"))).toBe("WebSocket | WebSocket Text [FIN] [MASKED]");
    expect(talk.answer(frame(0x80, "abc", false))).toBe("WebSocket | WebSocket Continuation [FIN] ");
    expect(talk.answer(frame(0x83, "abc", false))).toBe("WebSocket | WebSocket Unknown Opcode [FIN] ");
    expect(talk.answer(frame(0x88, "", false))).toBe("WebSocket | WebSocket Connection Close [FIN] ");
  });

  test("frames behind the handshake in its segment", () => {
    const talk = new Talk(new Wire(), 80);
    talk.say("GET / HTTP/1.1\r\nUpgrade: WebSocket\r\n\r\n");
    const answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\n\r\n";
    expect(talk.answer(join(text(answer), frame(0x89, "", false)))).toMatch(/^WebSocket \| /);
  });
});

describe("WebSocket", () => {
  test("of another subprotocol", () => {
    const talk = upgraded(new Wire(), "chat");
    expect(talk.say(frame(0x81, REGISTER))).toBe("WebSocket | WebSocket Text [FIN] [MASKED]");
    expect(talk.answer(frame(0x82, "\0", false))).toBe("WebSocket | WebSocket Binary [FIN] ");
  });

  test("whatever the bytes are, rows are given, and the same on a later look", () => {
    const part = fc.oneof(
      fc
        .tuple(fc.constantFrom(1, 0, 0x80, 0x81, 0x89, 0xff), fc.uint8Array({ maxLength: 200 }))
        .map(([first, payload]) => frame(first, payload)),
      fc.constant(frame(0x81, REGISTER)),
      fc.uint8Array({ minLength: 1, maxLength: 20 }),
      fc.constant(Uint8Array.of(0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), part), { minLength: 1, maxLength: 8 }), (parts) => {
        const wire = new Wire();
        const talk = upgraded(wire);
        const rows = parts.map(([client, bytes]) => (client ? talk.say(bytes) : talk.answer(bytes)));
        const again = rows.map((_, index) => wire.again(index + 6));
        expect(again.map(({ label, info }) => `${label} | ${info}`)).toEqual(rows);
      }),
      { numRuns: 100 },
    );
  });
});
