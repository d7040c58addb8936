import { hexNumber, u24, u32 } from "../bytes.js";
import { framed } from "../framed.js";
import type { Protocol } from "../protocol.js";

const HEADER = 9;
const LONGEST = 1 << 20;

const TYPES = [
  "DATA",
  "HEADERS",
  "PRIORITY",
  "RST_STREAM",
  "SETTINGS",
  "PUSH_PROMISE",
  "PING",
  "GOAWAY",
  "WINDOW_UPDATE",
  "CONTINUATION",
];

/** HTTP/2 (RFC 9113 §4.1) without TLS: its frames; headers are compressed and stay so. */
const frames = framed({
  name: "http2",
  title: "HyperText Transfer Protocol 2",
  label: "HTTP2",
  header: HEADER,
  lengthAt: (bytes, at) => (u24(bytes, at) <= LONGEST ? HEADER + u24(bytes, at) : 0),
  between: ", ",
  info(bytes, start) {
    if (u24(bytes, start) > LONGEST) return "Magic"; // the preface begins with letters
    const stream = u32(bytes, start + 5) & 0x7fffffff;
    return `${TYPES[bytes[start + 3]!] ?? `Unknown type (${hexNumber(bytes[start + 3]!, 2)})`}[${stream}]`;
  },
});

const PREFACE = new TextEncoder().encode("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

/** The words a client begins with (RFC 9113 §3.4); frames follow them. */
export const http2: Protocol = {
  ...frames,
  looksLike: ({ bytes }, start, end) =>
    end - start >= PREFACE.length && PREFACE.every((byte, i) => bytes[start + i] === byte),

  stream(packet, start, end) {
    const stop = start + PREFACE.length;
    frames.parse(packet, start, stop);
    packet.conversations.tcp.takeovers.learn(packet, frames);
    return frames.stream!(packet, stop, end);
  },
};
