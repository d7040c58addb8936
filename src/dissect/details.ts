import type { Packet } from "./packet.js";
import type { Field } from "./protocol.js";

/** A layer as the packet details show it; offsets are bytes of its buffer. */
export interface LayerDetails {
  name: string;
  label: string;
  start: number;
  end: number;
  /** `frame`, or `reassembled` where the bytes came from several frames. */
  of: "frame" | "reassembled";
  fields: Field[];
}

/** The layers of a packet with their fields, offsets counted from the frame's first byte. */
export function detailsOf(packet: Packet): LayerDetails[] {
  const layers: LayerDetails[] = [];
  for (let layer = 0; layer < packet.layerCount; layer++) {
    const protocol = packet.protocols[layer]!;
    const inFrame = packet.buffers[layer] === packet.frameBytes;
    const base = inFrame ? packet.frameStart : 0;
    layers.push({
      name: protocol.name,
      label: protocol.title + (protocol.summary?.(packet, layer) ?? ""),
      start: packet.starts[layer]! - base,
      end: packet.ends[layer]! - base,
      of: inFrame ? "frame" : "reassembled",
      fields: moved(protocol.fields?.(packet, layer) ?? [], base),
    });
  }
  return layers;
}

function moved(fields: Field[], base: number): Field[] {
  return fields.map((field) => ({
    ...field,
    start: field.start - base,
    end: field.end - base,
    ...(field.children && { children: moved(field.children, base) }),
  }));
}
