import { text } from "../../packets/bytes.js";
import { tcpFrame } from "../../packets/frames.js";
import { TCP } from "../../packets/network.js";
import type { Row, Wire } from "../media/wire.js";

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

  private segment(fromClient: boolean, flags: number, payload: Uint8Array): Row {
    const [seq, known] = fromClient ? [this.client, this.server] : [this.server, this.client];
    const [sourcePort, destinationPort] = fromClient
      ? [this.clientPort, this.port]
      : [this.port, this.clientPort];
    const ack = flags === TCP.syn ? 0 : known;
    return this.wire.send(tcpFrame(!fromClient, { sourcePort, destinationPort, seq, ack, flags }, payload));
  }
}
