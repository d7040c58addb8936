import type { Packet } from "../../../../src/dissect/packet.js";
import { Wire } from "../../wire.js";

export const SYN = 2;
export const ACK = 16;

/** A segment to send; numbers are relative to the connection's first. */
export interface Segment {
  /** From the server, 10.0.0.2, rather than from the client, 10.0.0.1. */
  back?: boolean;
  seq?: number;
  ack?: number;
  flags?: number;
  data?: string;
  port?: number;
  serverPort?: number;
}

const FIRST = 0xffff_ff00; // so that numbers wrap
const word = (value: number) => [(value >> 8) & 255, value & 255];
const long = (value: number) => [...word(value >>> 16), ...word(value & 0xffff)];

/** An Ethernet frame with a TCP segment. */
export function segment({ back, seq = 0, ack = 0, flags = ACK, data = "", ...ports }: Segment): Uint8Array {
  const payload = new TextEncoder().encode(data);
  const { port = 40_000, serverPort = 5060 } = ports;
  const [source, destination] = back ? [2, 1] : [1, 2];
  return Uint8Array.from([
    ...[2, 0, 0, 0, 0, destination, 2, 0, 0, 0, 0, source, 8, 0],
    ...[
      0x45,
      0,
      ...word(40 + payload.length),
      0,
      1,
      0,
      0,
      64,
      6,
      0,
      0,
      10,
      0,
      0,
      source,
      10,
      0,
      0,
      destination,
    ],
    ...(back ? [...word(serverPort), ...word(port)] : [...word(port), ...word(serverPort)]),
    ...[...long((FIRST + seq) >>> 0), ...long((FIRST + ack) >>> 0), 0x50, flags, ...word(1000), 0, 0, 0, 0],
    ...payload,
  ]);
}

/** A client and a server whose connection was seen from its first segment. */
export class Connection {
  readonly wire = new Wire();

  constructor(private readonly ports: { port?: number; serverPort?: number } = {}) {
    this.sees({ flags: SYN });
    this.sees({ back: true, flags: SYN | ACK, ack: 1 });
    this.sees({ seq: 1, ack: 1 });
  }

  sees(sent: Segment): Packet {
    return this.wire.sees(segment({ ...this.ports, ...sent }));
  }
}

/** An OPTIONS request of that number, with a body. */
export function options(number: number, body = ""): string {
  return [
    `OPTIONS sip:${number}@example.org SIP/2.0`,
    "Via: SIP/2.0/TCP 10.0.0.1;branch=z9hG4bK1",
    `Call-ID: ${number}`,
    `CSeq: ${number} OPTIONS`,
    `Content-Length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
}
