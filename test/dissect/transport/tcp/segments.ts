import type { Packet } from "../../../../src/dissect/packet.js";
import { text } from "../../../packets/bytes.js";
import { tcpFrame } from "../../../packets/frames.js";
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

/** An Ethernet frame with a TCP segment. */
export function segment({ back = false, seq, ack, flags = ACK, data = "", ...ports }: Segment): Uint8Array {
  const { port = 40_000, serverPort = 5060 } = ports;
  const [sourcePort, destinationPort] = back ? [serverPort, port] : [port, serverPort];
  const numbers = { seq: FIRST + (seq ?? 0), ack: FIRST + (ack ?? 0) };
  return tcpFrame(back, { sourcePort, destinationPort, ...numbers, flags, window: 1000 }, text(data));
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
