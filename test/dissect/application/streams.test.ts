import { describe, expect, test } from "vitest";
import { fieldOf, hex, join, udpFrame, Wire } from "../media/wire.js";
import { dnsMessage, domainName, question, word } from "./bytes-of.js";
import { Talk } from "./talk.js";

// Rows are those of TShark 4.0.17 (-n, default preferences) for the same frames.

const talk = (port: number) => new Talk(new Wire(), port);

describe("HTTP", () => {
  const GET = "GET /index.html HTTP/1.1\r\nHost: x\r\n\r\n";
  const OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\n";

  test("a request and its answer", () => {
    const connection = talk(80);
    expect(connection.say(GET)).toBe("HTTP | GET /index.html HTTP/1.1 ");
    expect(connection.answer(`${OK}helloworld`)).toBe("HTTP | HTTP/1.1 200 OK  (text/html)");
  });

  test("a body in two segments", () => {
    const connection = talk(80);
    connection.say(GET);
    expect(connection.answer(`${OK}hello`)).toBe("TCP | HTTP/1.1 200 OK  [TCP segment of a reassembled PDU]");
    expect(connection.answer("world")).toBe("HTTP | HTTP/1.1 200 OK  (text/html)");
  });

  test("a header in two segments", () => {
    const connection = talk(80);
    expect(connection.say("GET / HT")).toMatch(/^TCP \| .* \[TCP segment of a reassembled PDU\]$/);
    expect(connection.say("TP/1.1\r\n\r\n")).toBe("HTTP | GET / HTTP/1.1 ");
  });

  test("chunks", () => {
    const connection = talk(80);
    connection.say(GET);
    const header = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n";
    expect(connection.answer(`${header}5\r\nhel`)).toMatch(/^TCP \| HTTP\/1.1 200 OK/);
    expect(connection.answer("lo\r\n0\r\n\r\n")).toBe("HTTP | HTTP/1.1 200 OK  (text/plain)");
  });

  test("two messages in one segment", () => {
    const connection = talk(80);
    expect(connection.say(GET + GET)).toBe("HTTP | GET /index.html HTTP/1.1 GET /index.html HTTP/1.1 ");
    expect(
      connection.answer("HTTP/1.1 304 Not Modified\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"),
    ).toBe("HTTP | HTTP/1.1 304 Not Modified HTTP/1.1 200 OK ");
  });

  test("by its look on another port, and a body by its type", () => {
    const connection = talk(12_345);
    expect(
      connection.say("POST /x HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"),
    ).toBe("HTTP/JSON | POST /x HTTP/1.1 , JavaScript Object Notation (application/json)");
    expect(
      connection.answer("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: 4\r\n\r\n<a/>"),
    ).toBe("HTTP/XML | HTTP/1.1 200 OK ");
  });

  test("what is none stays TCP, and an unknown method is a continuation", () => {
    expect(talk(80).say("hello there\r\n")).toMatch(/^TCP \| 40000 → 80 \[PSH, ACK\]/);
    expect(talk(80).say("FOO / HTTP/1.1\r\n\r\n")).toBe("HTTP | Continuation");
  });
});

describe("DNS over TCP", () => {
  const message = dnsMessage({ flags: 0x0100, questions: [question(domainName("ex.com"), 1)] });
  const framed = join(word(message.length), message);

  test("whole, in parts, and twice", () => {
    const connection = talk(53);
    expect(connection.say(framed)).toBe("DNS | Standard query 0x1234 A ex.com");
    expect(connection.say(framed.subarray(0, 10))).toMatch(
      /^TCP \| .* \[TCP segment of a reassembled PDU\]$/,
    );
    expect(connection.say(framed.subarray(10))).toBe("DNS | Standard query 0x1234 A ex.com");
    expect(connection.say(framed.subarray(0, 1))).toMatch(/^TCP \| /);
    expect(connection.say(join(framed.subarray(1), framed))).toBe("DNS | Standard query 0x1234 A ex.com");
  });
});

const record = (type: number, version: number, body: Uint8Array) =>
  join(Uint8Array.of(type), word(version), word(body.length), body);
const handshake = (type: number, body: Uint8Array) => join(Uint8Array.of(type, 0), word(body.length), body);
const hello = (extensions: Uint8Array = new Uint8Array(0), version = 0x0303) =>
  join(word(version), new Uint8Array(32), hex("00 1301 00"), word(extensions.length), extensions);

describe("TLS", () => {
  const CLIENT_HELLO = record(22, 0x0301, handshake(1, hello()));
  const zeros = (length: number) => new Uint8Array(length);

  test("1.2, with what is encrypted after Change Cipher Spec", () => {
    const connection = talk(443);
    expect(connection.say(CLIENT_HELLO)).toBe("TLSv1 | Client Hello");
    const certificate = record(22, 0x0303, handshake(11, zeros(50)));
    const done = record(22, 0x0303, handshake(14, zeros(0)));
    expect(connection.answer(join(record(22, 0x0303, handshake(2, hello())), certificate, done))).toBe(
      "TLSv1.2 | Server Hello, Certificate, Server Hello Done",
    );
    const change = record(20, 0x0303, Uint8Array.of(1));
    const finished = record(22, 0x0303, zeros(40).fill(9));
    expect(connection.say(join(record(22, 0x0303, handshake(16, zeros(20))), change, finished))).toBe(
      "TLSv1.2 | Client Key Exchange, Change Cipher Spec, Encrypted Handshake Message",
    );
    expect(connection.answer(join(record(22, 0x0303, handshake(4, zeros(20))), change, finished))).toBe(
      "TLSv1.2 | New Session Ticket, Change Cipher Spec, Encrypted Handshake Message",
    );
    expect(connection.say(record(23, 0x0303, zeros(30)))).toBe("TLSv1.2 | Application Data");
    expect(connection.say(record(21, 0x0303, zeros(26)))).toBe("TLSv1.2 | Encrypted Alert");
  });

  test("1.3, which the Server Hello says in an extension", () => {
    const connection = talk(443);
    connection.say(CLIENT_HELLO);
    const answer = join(
      record(22, 0x0303, handshake(2, hello(hex("002b 0002 0304")))),
      record(20, 0x0303, Uint8Array.of(1)),
      record(23, 0x0303, zeros(30)),
    );
    expect(connection.answer(answer)).toBe("TLSv1.3 | Server Hello, Change Cipher Spec, Application Data");
    expect(connection.answer(record(21, 0x0303, Uint8Array.of(2, 40)))).toBe(
      "TLSv1.3 | Alert (Level: Fatal, Description: Handshake Failure)",
    );
  });

  test("a record in two segments, on any port", () => {
    const connection = talk(12_346);
    expect(connection.say(CLIENT_HELLO.subarray(0, 30))).toBe("TCP | [TCP segment of a reassembled PDU]");
    expect(connection.say(CLIENT_HELLO.subarray(30))).toBe("TLSv1 | Client Hello");
  });

  test("what is none stays TCP", () => {
    expect(talk(443).say("hello not tls")).toMatch(/^TCP \| 40000 → 443 \[PSH, ACK\]/);
  });
});

describe("DTLS", () => {
  /** Type, version, epoch, sequence number, length (RFC 6347 §4.1). */
  const datagram = (type: number, version: number, epoch: number, body: Uint8Array) =>
    join(Uint8Array.of(type), word(version), word(epoch), new Uint8Array(6), word(body.length), body);
  /** Type, length, sequence, fragment offset and length (§4.2.2). */
  const message = (type: number, length: number, offset: number, body: Uint8Array) =>
    join(
      Uint8Array.of(type, 0),
      word(length),
      hex("0000 00"),
      word(offset),
      hex("00"),
      word(body.length),
      body,
    );

  test("from the first hello to SRTP", () => {
    const wire = new Wire();
    const client = { sourcePort: 5000, destinationPort: 6000 };
    const server = { source: "10.0.0.2", sourcePort: 6000, destination: "10.0.0.1", destinationPort: 5000 };
    const clientHello = datagram(22, 0xfeff, 0, message(1, 40, 0, hello()));
    expect(wire.row({ ...client, payload: clientHello })).toBe("DTLS | Client Hello");
    const body = hello(hex("000e 0005 0002 0001 00"), 0xfefd);
    const serverHello = datagram(22, 0xfefd, 0, message(2, body.length, 0, body));
    const fragment = datagram(22, 0xfefd, 0, message(11, 100, 0, new Uint8Array(40)));
    expect(wire.row({ ...server, payload: join(serverHello, fragment) })).toBe(
      "DTLSv1.2 | Server Hello, Certificate (Fragment)",
    );
    const last = datagram(22, 0xfefd, 0, message(11, 100, 40, new Uint8Array(60)));
    expect(wire.row({ ...server, payload: last })).toBe("DTLSv1.2 | Certificate (Reassembled)");
    const finished = datagram(22, 0xfefd, 1, new Uint8Array(40));
    expect(wire.row({ ...client, payload: join(datagram(20, 0xfefd, 0, Uint8Array.of(1)), finished) })).toBe(
      "DTLSv1.2 | Change Cipher Spec, Encrypted Handshake Message",
    );
    expect(wire.row({ ...client, payload: datagram(23, 0xfefd, 1, new Uint8Array(20)) })).toBe(
      "DTLSv1.2 | Application Data",
    );
    const rtp = hex("806f 0001 000000a0 00000007 d5d5d5d5");
    expect(wire.row({ ...client, payload: rtp })).toBe(
      "SRTP | PT=DynamicRTP-Type-111, SSRC=0x7, Seq=1, Time=160",
    );
    expect(wire.again(1).label).toBe("DTLS");
  });

  test("details", () => {
    const { layers } = new Wire().send(
      udpFrame({ payload: datagram(22, 0xfefd, 0, message(1, 40, 0, hello())) }),
    );
    expect(fieldOf(layers, "dtls.record.content_type")).toMatchObject({
      value: "Handshake (22)",
      start: 42,
      end: 43,
    });
    expect(fieldOf(layers, "dtls.handshake.type")).toMatchObject({
      value: "Client Hello (1)",
      start: 55,
      end: 56,
    });
  });
});

describe("STUN over TCP", () => {
  const request = hex("0001 0000 2112a442 000102030405060708090a0b");

  test("with and without a length before it, in parts", () => {
    const connection = talk(3478);
    expect(connection.say(request)).toBe("STUN | Binding Request");
    expect(connection.say(join(word(20), request))).toBe("STUN | Binding Request");
    const allocate = hex("0003 0008 2112a442 000102030405060708090a0b 0019 0004 11000000");
    expect(connection.say(allocate.subarray(0, 24))).toMatch(/^TCP \| /);
    expect(connection.say(allocate.subarray(24))).toBe("STUN | Allocate Request UDP");
  });
});
