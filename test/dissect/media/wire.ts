import type { FrameRecord } from "../../../src/capture/frame.js";
import { infoOf, protocolOf } from "../../../src/dissect/columns.js";
import { detailsOf, type LayerDetails } from "../../../src/dissect/details.js";
import { Dissector, type DissectorOptions } from "../../../src/dissect/dissector.js";
import type { Packet } from "../../../src/dissect/packet.js";
import type { Field } from "../../../src/dissect/protocol.js";

/** Bytes from hexadecimal; blanks are for the reader. */
export function hex(text: string): Uint8Array {
  return Uint8Array.from(text.replace(/\s/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function join(...parts: Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

export interface Datagram {
  source?: string;
  sourcePort?: number;
  destination?: string;
  destinationPort?: number;
  payload: Uint8Array;
}

/** An Ethernet frame with an IPv4 datagram; addresses are 10.0.0.1 and 10.0.0.2 unless said otherwise. */
export function udpFrame({
  source = "10.0.0.1",
  sourcePort = 30_000,
  destination = "10.0.0.2",
  destinationPort = 30_002,
  payload,
}: Datagram): Uint8Array {
  const word = (value: number) => [value >> 8, value & 255];
  return Uint8Array.from([
    ...[2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0],
    ...[0x45, 0, ...word(28 + payload.length), 0, 1, 0, 0, 64, 17, 0, 0],
    ...source.split(".").map(Number),
    ...destination.split(".").map(Number),
    ...[...word(sourcePort), ...word(destinationPort), ...word(8 + payload.length), 0, 0],
    ...payload,
  ]);
}

/** The row of a frame, as the packet list shows it: label and Info. */
export interface Row {
  label: string;
  info: string;
  packet: Packet;
  layers: LayerDetails[];
}

/** Gives frames to a dissector one after the other, numbered from 1. */
export class Wire {
  readonly dissector: Dissector;
  private readonly frames: { bytes: Uint8Array; record: FrameRecord; kind: Packet["kind"] }[] = [];

  constructor(options: DissectorOptions = {}) {
    this.dissector = new Dissector(options);
  }

  /** Dissects the next frame, of which `captured` bytes were kept. */
  send(frame: Uint8Array, captured = frame.length): Row {
    const record: FrameRecord = {
      number: this.frames.length + 1,
      offset: 0,
      time: 0,
      length: frame.length,
      interfaceId: 0,
      linkType: 1,
      stamped: true,
      decimals: 6,
    };
    const bytes = frame.subarray(0, captured);
    const row = rowOf(this.dissector.dissect(bytes, 0, captured, record));
    this.frames.push({ bytes, record, kind: row.packet.kind });
    return row;
  }

  /** A datagram's row, as `label | info`. */
  row(datagram: Datagram, captured?: number): string {
    const { label, info } = this.send(udpFrame(datagram), captured);
    return `${label} | ${info}`;
  }

  /** Dissects a frame again, as a later look does. */
  again(number: number): Row {
    const { bytes, record, kind } = this.frames[number - 1]!;
    return rowOf(this.dissector.revisit(bytes, 0, bytes.length, record, kind));
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
