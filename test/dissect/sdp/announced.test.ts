import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type MediaDescription,
  parseSdp,
  readAnnounced,
  staticPayloadType,
} from "../../../src/dissect/sdp/index.js";

const address = fc.constantFrom(
  "IN IP4 192.0.2.1",
  "IN IP4 224.2.1.1/127/3",
  "IN IP6 2001:db8::1",
  "IN IP6 ff15::101/3",
  "IN IP4 host.example",
  "IN IP4 0.0.0.0",
  "IN IP4 192.0.2.1 more",
  "IN IP4 192.0.2.1\u00a0",
  "IN IP4 \ud83d\udcde",
  "IN IP4 ",
  "IN IP4",
  "IN IPv4 192.0.2.1",
);
const protocol = fc.constantFrom(
  "RTP/AVP",
  "RTP/SAVP",
  "rtp/savpf",
  "UDP/TLS/RTP/SAVPF",
  "TCP/RTP/AVP",
  "udptl",
  "UDP/BFCP",
  "",
);
const port = fc.constantFrom("0", "4000", "4000/2", "65535", "65536", "x", "");
const payload = fc.constantFrom("0", "8", "96", "101", "127", "128", "t38", "*");
const blank = fc.constantFrom(" ", "  ", "\t", "\u00a0", "\u2028");

const media = fc
  .tuple(
    fc.constantFrom("audio", "video", "image"),
    port,
    protocol,
    fc.array(payload, { maxLength: 4 }),
    blank,
  )
  .map(([type, ports, name, formats, gap]) => `m=${[type, ports, name, ...formats].join(gap)}`);
const attribute = fc.oneof(
  fc
    .tuple(
      payload,
      fc.constantFrom("PCMU/8000", "opus/48000/2", "telephone-event/8000", "X-NSE/8000", "G722"),
    )
    .map(([type, name]) => `a=rtpmap:${type} ${name}`),
  fc.constantFrom(
    "a=rtpmap:",
    "a=rtcp:4005",
    "a=rtcp:4005 IN IP4 192.0.2.9",
    "a=rtcp:0",
    "a=rtcp:x",
    "a=rtcp-mux",
    "a=rtcp-mux-only",
    "a=rtcp-fb:96 nack",
    "a=rtcp-rsize",
    "a=fmtp:101 0-16",
    "a=sendonly",
    "a=ptime:20",
    "a=mid:0",
    "a=candidate:1 1 UDP 2130706431 192.0.2.7 5000 typ host",
    "a=candidate:1 2 udp 2130706430 192.0.2.7 5001 typ host",
    "a=candidate:1 1 tcp 2130706429 192.0.2.7 9 typ host tcptype active",
    "a=candidate:2 1 udp 1 2001:db8::7 5000 typ srflx raddr 10.0.0.1 rport 5000",
    "a=candidate:broken",
    "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x",
    "a=group:BUNDLE 0 1",
    `a=rtcp:4007 ${"x".repeat(4096)}`,
    `m=audio 4000 RTP/AVP${" 96".repeat(2000)}`,
  ),
);
const line = fc.oneof(
  { weight: 3, arbitrary: media },
  { weight: 2, arbitrary: address.map((text) => `c=${text}`) },
  { weight: 4, arbitrary: attribute },
  fc.constantFrom(
    "v=0",
    "o=- 1 1 IN IP4 h",
    "s=-",
    "t=0 0",
    "b=AS:64",
    "",
    "=",
    "m",
    "c=",
    "M=audio 1 RTP/AVP 0",
    "\ufeffm=x",
  ),
  fc.string({ unit: "binary" }),
);
const lineBreak = fc.constantFrom("\r\n", "\n", "\r", "\n\r", "\r\n\r\n", "\u2028");
const description = fc
  .array(fc.tuple(line, fc.oneof({ weight: 6, arbitrary: fc.constant("\r\n") }, lineBreak)), {
    maxLength: 25,
  })
  .map((lines) => new TextEncoder().encode(lines.flat().join("")));

/** A description with some of its bytes changed. */
const mutated = fc
  .tuple(description, fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 4 }))
  .map(([bytes, changes]) => {
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
    return bytes;
  });

/** Holds what is announced against the whole description. */
function compare(source: string | Uint8Array): void {
  const announced = readAnnounced(source);
  const described = parseSdp(source).media;
  expect(announced.map(({ receiver }) => receiver)).toEqual(described.map(receiverOf));
  for (const [index, { named }] of announced.entries()) {
    const formats = described[index]!.formats.map(({ fmtp, ...format }) => format);
    if (named.length > 0) expect(named).toEqual(formats);
    else expect(formats.filter(isNamed)).toEqual([]);
  }
}

function receiverOf(media: MediaDescription) {
  const { type, port, portCount, protocol, formatNames, address, rtcp, rtcpMux, encrypted } = media;
  const { candidateEndpoints } = media;
  return {
    type,
    port,
    portCount,
    protocol,
    formatNames,
    address,
    rtcp,
    rtcpMux,
    encrypted,
    candidateEndpoints,
  };
}

function isNamed({
  payloadType,
  encodingName,
}: {
  payloadType: number;
  encodingName: string | undefined;
}): boolean {
  return encodingName !== staticPayloadType(payloadType)?.encodingName;
}

describe("what a description announces is what it describes", () => {
  it("whatever its lines are", () => {
    fc.assert(fc.property(description, compare), { numRuns: 400 });
  });

  it("whatever became of its bytes", () => {
    fc.assert(fc.property(mutated, compare), { numRuns: 400 });
  });

  it.each([
    ["lines that are read", 1998],
    ["lines that are not", 1999],
  ])("at the end of the %s", (_, before) => {
    const text = `${"s=-\r\n\r\n".repeat(before)}m=audio 4000 RTP/AVP 0\r\nc=IN IP4 192.0.2.1\r\n`;
    compare(text);
    expect(readAnnounced(text)[0]?.receiver.address).toBe(before === 1998 ? "192.0.2.1" : undefined);
  });

  it.each([
    [4096, "192.0.2.3"],
    [4097, "192.0.2.1"],
  ])("with a line of %d characters", (length, address) => {
    const text = `c=IN IP4 192.0.2.1\nm=audio 4000 RTP/AVP 0\nc=${"IN IP4 192.0.2.3".padEnd(length)}`;
    compare(text);
    expect(readAnnounced(text)[0]?.receiver.address).toBe(address);
  });
});
