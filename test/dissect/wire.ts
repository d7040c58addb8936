import type { FrameRecord } from "../../src/capture/frame.js";
import { destinationOf, infoOf, protocolOf, sourceOf } from "../../src/dissect/columns.js";
import { detailsOf } from "../../src/dissect/details.js";
import { Dissector, type DissectorOptions } from "../../src/dissect/dissector.js";
import type { Kind, Packet } from "../../src/dissect/packet.js";
import type { Field } from "../../src/dissect/protocol.js";

export { hex } from "../packets/bytes.js";

/** Gives frames to a dissector one after the other, numbered from 1. */
export class Wire {
  readonly dissector: Dissector;
  private readonly frames: { bytes: Uint8Array; record: FrameRecord; kind: Kind }[] = [];
  private time = 0;

  constructor(
    private readonly linkType = 1,
    options: DissectorOptions = {},
  ) {
    this.dissector = new Dissector(options);
  }

  /** The next frame; `length` is that on the wire, `delta` the nanoseconds since the one before. */
  sees(bytes: Uint8Array, { delta = 1_000_000, length = bytes.length } = {}): Packet {
    this.time += delta;
    const record: FrameRecord = {
      number: this.frames.length + 1,
      offset: 0,
      time: this.time,
      length,
      interfaceId: 0,
      linkType: this.linkType,
      stamped: true,
      decimals: 9,
    };
    const packet = this.dissector.dissect(bytes, 0, bytes.length, record);
    this.frames.push({ bytes, record, kind: packet.kind });
    return packet;
  }

  /** A frame that was seen, looked at again. */
  again(number: number): Packet {
    const { bytes, record, kind } = this.frames[number - 1]!;
    return this.dissector.revisit(bytes, 0, bytes.length, record, kind);
  }
}

/** `source | destination | protocol | info`, as the packet list has it. */
export function rowOf(packet: Packet): string {
  return [sourceOf(packet), destinationOf(packet), protocolOf(packet), infoOf(packet)].join(" | ");
}

/** The details as an indented tree: `udp.srcport: Source Port: 5060 [34,36)`. */
export function treeOf(packet: Packet): string {
  const lines: string[] = [];
  const add = ({ name, label, value, start, end, children }: Field, depth: number) => {
    lines.push(`${"  ".repeat(depth)}${name}: ${label}: ${value} [${start},${end})`);
    for (const child of children ?? []) add(child, depth + 1);
  };
  for (const layer of detailsOf(packet)) {
    lines.push(`${layer.name}: ${layer.label} [${layer.start},${layer.end})`);
    for (const field of layer.fields) add(field, 1);
  }
  return lines.join("\n");
}
