import { join, type Row, type Wire } from "../media/wire.js";
import { long, text, word } from "./bytes-of.js";

const CLIENT = [10, 0, 0, 1];
const SERVER = [10, 0, 0, 2];

/** A TCP connection over a wire, opened as it should be. */
export class Talk {
  private client = 1000;
  private server = 5000;

  constructor(
    private readonly wire: Wire,
    private readonly port: number,
    private readonly clientPort = 40_000,
  ) {
    this.segment(true, 0x02, new Uint8Array(0));
    this.client++;
    this.segment(false, 0x12, new Uint8Array(0));
    this.server++;
    this.segment(true, 0x10, new Uint8Array(0));
  }

  /** The row of a segment from the client, as `label | info`. */
  say(payload: Uint8Array | string): string {
    return this.row(true, payload);
  }

  /** The row of one from the server. */
  answer(payload: Uint8Array | string): string {
    return this.row(false, payload);
  }

  private row(fromClient: boolean, payload: Uint8Array | string): string {
    const bytes = typeof payload === "string" ? text(payload) : payload;
    const { label, info } = this.segment(fromClient, 0x18, bytes);
    if (fromClient) this.client += bytes.length;
    else this.server += bytes.length;
    return `${label} | ${info}`;
  }

  /** An Ethernet frame with an IPv4 header and a TCP header of 20 bytes (RFC 9293 §3.1). */
  private segment(fromClient: boolean, flags: number, payload: Uint8Array): Row {
    const [seq, ack] = fromClient ? [this.client, this.server] : [this.server, this.client];
    const ports = fromClient ? [this.clientPort, this.port] : [this.port, this.clientPort];
    const addresses = fromClient ? [...CLIENT, ...SERVER] : [...SERVER, ...CLIENT];
    return this.wire.send(
      join(
        Uint8Array.from([2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0, 0x45, 0]),
        word(40 + payload.length),
        Uint8Array.from([0, 1, 0, 0, 64, 6, 0, 0, ...addresses]),
        ...ports.map(word),
        long(seq!),
        long(flags === 2 ? 0 : ack!),
        Uint8Array.from([0x50, flags, 0xfa, 0, 0, 0, 0, 0]),
        payload,
      ),
    );
  }
}
