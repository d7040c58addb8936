import { infoOf, protocolOf } from "../../../src/dissect/columns.js";
import { detailsOf, type LayerDetails } from "../../../src/dissect/details.js";
import type { Dissector, DissectorOptions } from "../../../src/dissect/dissector.js";
import type { Packet } from "../../../src/dissect/packet.js";
import type { Field } from "../../../src/dissect/protocol.js";
import { type Datagram, udpFrame } from "../../packets/frames.js";
import { Wire as Frames } from "../wire.js";

export { hex, join } from "../../packets/bytes.js";
export { udpFrame } from "../../packets/frames.js";

/** The row of a frame, as the packet list shows it: label and Info. */
export interface Row {
  label: string;
  info: string;
  packet: Packet;
  layers: LayerDetails[];
}

/** Gives Ethernet frames to a dissector one after the other, and tells their rows. */
export class Wire {
  private readonly frames: Frames;

  constructor(options: DissectorOptions = {}) {
    this.frames = new Frames(1, options);
  }

  get dissector(): Dissector {
    return this.frames.dissector;
  }

  /** Dissects the next frame, of which `captured` bytes were kept. */
  send(frame: Uint8Array, captured = frame.length): Row {
    return rowOf(this.frames.sees(frame.subarray(0, captured), { length: frame.length }));
  }

  /** A datagram's row, as `label | info`. */
  row(datagram: Datagram, captured?: number): string {
    const { label, info } = this.send(udpFrame(datagram), captured);
    return `${label} | ${info}`;
  }

  /** Dissects a frame again, as a later look does. */
  again(number: number): Row {
    return rowOf(this.frames.again(number));
  }

  /** A SIP request with a session description; its row. */
  offer(lines: string[]): Row {
    const body = ["v=0", "o=- 1 1 IN IP4 10.0.0.2", "s=-", ...lines, ""].join("\r\n");
    const text = [
      "INVITE sip:bob@10.0.0.1 SIP/2.0",
      "Via: SIP/2.0/UDP 10.0.0.2:5060;branch=z9hG4bK1",
      "From: <sip:alice@10.0.0.2>;tag=1",
      "To: <sip:bob@10.0.0.1>",
      "Call-ID: 1@10.0.0.2",
      "CSeq: 1 INVITE",
      "Content-Type: application/sdp",
      `Content-Length: ${body.length}`,
      "",
      body,
    ].join("\r\n");
    const payload = new TextEncoder().encode(text);
    return this.send(udpFrame({ sourcePort: 5060, destinationPort: 5060, payload }));
  }
}

function rowOf(packet: Packet): Row {
  return { label: protocolOf(packet), info: infoOf(packet), packet, layers: detailsOf(packet) };
}

/** A field of the details by its filter name, `rtp.seq`, wherever it stands. */
export function fieldOf(layers: readonly LayerDetails[], name: string): Field | undefined {
  const find = (fields: readonly Field[]): Field | undefined => {
    for (const field of fields) {
      const found = field.name === name ? field : find(field.children ?? []);
      if (found) return found;
    }
    return undefined;
  };
  return find(layers.flatMap((layer) => layer.fields));
}
