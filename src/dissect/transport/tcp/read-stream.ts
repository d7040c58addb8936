import { data } from "../../data.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { Wanted } from "../../wanted.js";

/** Bytes of a segment that wait for those of others. */
export const segmentData: Protocol = {
  name: "tcp.segment",
  title: "TCP segment data",

  parse(packet, start, end) {
    packet.push(segmentData, start, end);
  },

  summary: data.summary,
  fields: data.fields,

  info(packet, layer) {
    let below = layer - 1;
    while (below > 0 && packet.protocols[below]!.info === undefined) below--;
    const info = packet.protocols[below]!.info!(packet, below);
    // where messages were read, the rest goes without saying
    return packet.protocols[below]!.name === "tcp" ? `${info} [TCP segment of a reassembled PDU]` : info;
  },
};

/**
 * Reads the messages of `bytes`: those of a segment from `start` on, or a stream put together, which then ends
 * where the segment `[start, end)` does. Returns where it stopped, counted as `bytes` are.
 */
export function readStream(
  packet: Packet,
  reader: Protocol,
  bytes: Uint8Array,
  start: number,
  end: number,
): number {
  const segment = packet.bytes;
  const { wireEnd, layerCount } = packet;
  const together = bytes !== segment;
  const from = together ? 0 : start;
  const to = together ? bytes.length : end;
  packet.wanted = Wanted.any;
  packet.bytes = bytes;
  if (together) packet.wireEnd = to;
  let stopped = reader.stream!(packet, from, to);
  // what the capture cut off cannot be waited for
  if (stopped < to && packet.wireEnd > to) {
    reader.parse(packet, stopped, to);
    stopped = to;
  }
  packet.bytes = segment;
  packet.wireEnd = wireEnd;
  if (stopped < to) segmentData.parse(packet, Math.max(start, end - (to - stopped)), end);
  else if (packet.layerCount === layerCount) data.parse(packet, start, end);
  return stopped;
}
