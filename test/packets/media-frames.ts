import fc from "fast-check";
import { hex } from "./bytes.js";
import { udpFrame } from "./frames.js";

/** An ordinary port, and SSDP's: what is not announced goes there by its port. */
const PORTS = [5004, 1900];

export const send = (destinationPort: number, payload: Uint8Array) =>
  udpFrame({ source: "10.0.0.1", destination: "10.0.0.2", sourcePort: 4000, destinationPort, payload });

/** What follows a bare packet's first two bytes: sequence number, timestamp, SSRC. */
const HEADERS = [
  "0001 000000a0 2cf77874",
  "0002 00000140 2cf77874",
  "ffff fffffff0 2cf77874",
  "0003 000001e0 00000001",
];

/** A bare packet: its second byte holds marker and payload type. */
export const rtp = (port: number, second: number, header = HEADERS[0]!, payload = "d5d5d5d5") =>
  send(port, hex(`80 ${second.toString(16).padStart(2, "0")} ${header} ${payload}`));

/** STUN's Binding Request (RFC 8489 §5), without attributes. */
export const stun = (port: number) => send(port, hex("0001 0000 2112a442 000102030405060708090a0b"));

/** An INVITE whose description has these lines. */
function offer(...lines: string[]): Uint8Array {
  const body = ["v=0", "o=- 1 1 IN IP4 10.0.0.2", "s=-", "c=IN IP4 10.0.0.2", ...lines, ""].join("\r\n");
  const head = ["INVITE sip:a@b SIP/2.0", "Content-Type: application/sdp", "", ""].join("\r\n");
  return send(5060, new TextEncoder().encode(head + body));
}

export const offers = (port: number) => [
  offer(`m=audio ${port} RTP/AVP 0`),
  offer(`m=audio ${port} RTP/AVP 0 101`, "a=rtpmap:101 telephone-event/8000"),
  offer(`m=audio ${port} RTP/AVP 0 101`, "a=rtpmap:101 opus/48000/2"),
  offer(`m=audio ${port} RTP/SAVP 0 101`),
  offer("m=audio 6000 RTP/AVP 0"),
  offer(`m=image ${port} udptl t38`),
];

/** What the short way asks of a frame: EtherType, version, length and fragment of IP, UDP and its length, RTP's start. */
const DECISIVE = [12, 13, 14, 16, 17, 20, 21, 23, 38, 39, 42, 43];

/** A packet with bytes changed, cut off at its end or followed by what is not its own. */
const damaged = (port: number) => {
  const whole = rtp(port, 0);
  const change = (at: fc.Arbitrary<number>) => fc.tuple(at, fc.integer({ min: 0, max: 255 }));
  const changes = fc.oneof(
    fc.array(change(fc.nat(whole.length - 1)), { maxLength: 2 }),
    fc.array(change(fc.constantFrom(...DECISIVE)), { minLength: 1, maxLength: 1 }),
  );
  return fc.tuple(changes, fc.integer({ min: -4, max: 3 })).map(([changes, more]) => {
    const bytes = new Uint8Array(whole.length + more);
    bytes.set(whole.subarray(0, bytes.length));
    for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
    return bytes;
  });
};

/** Frames between two hosts, most of them RTP of one flow or two, some announced, some damaged. */
export const mediaFrames = fc.constantFrom(...PORTS).chain((port) => {
  const types = fc.constantFrom(0, 0x80, 8, 70, 198, 101, 0xe5);
  const headers = fc.constantFrom(...HEADERS);
  const one = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(types, headers).map(([second, header]) => rtp(port, second, header)) },
    { weight: 1, arbitrary: types.map((second) => rtp(port, second, HEADERS[0], "")) },
    { weight: 2, arbitrary: damaged(port) },
    { weight: 2, arbitrary: fc.constantFrom(...offers(port)) },
    { weight: 1, arbitrary: fc.constant(stun(port)) },
  );
  const first = fc.constantFrom([offers(port)[1]!], []);
  return fc.tuple(first, fc.array(one, { maxLength: 30 })).map(([begin, rest]) => [...begin, ...rest]);
});
