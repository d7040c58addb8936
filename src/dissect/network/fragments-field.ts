import type { Packet } from "../packet.js";
import type { Field } from "../protocol.js";

/**
 * Of which fragments the datagram was put together that this layer's frame made whole, or in which frame that
 * happened. The field lies over the layer itself: the fragments' bytes are in other frames.
 */
export function fragmentsField(packet: Packet, layer: number, name: string, label: string): Field[] {
  const start = packet.starts[layer]!;
  const end = packet.ends[layer]!;
  const { fragments } = packet.conversations;
  const inside = packet.buffers[layer + 1];
  if (layer + 1 < packet.layerCount && inside !== packet.buffers[layer]) {
    const whole = fragments.of(packet.number);
    if (whole?.bytes !== inside) return [];
    const children = whole.parts.map(({ frame, start: from, end: to }) => ({
      name: `${name}.fragment`,
      label: "Frame",
      value: `${frame}, payload: ${from}-${to - 1} (${to - from} bytes)`,
      start,
      end,
    }));
    const value = `${children.length} ${label} Fragments (${whole.bytes.length} bytes)`;
    return [{ name: `${name}.fragments`, label: `${label} Fragments`, value, start, end, children }];
  }
  const reassembledIn = fragments.frameOf(packet.number);
  if (reassembledIn === 0 || reassembledIn === packet.number) return [];
  return [
    {
      name: `${name}.reassembled_in`,
      label: `Reassembled ${label} in frame`,
      value: `${reassembledIn}`,
      start,
      end,
    },
  ];
}
