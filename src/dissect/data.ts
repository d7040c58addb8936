import { hexBytes } from "./bytes.js";
import { FieldList } from "./fields.js";
import type { Protocol } from "./protocol.js";

/** Bytes that no dissector knows. They show in the details; the row is that of the layer around them. */
export const data: Protocol = {
  name: "data",
  title: "Data",

  parse(packet, start, end) {
    if (start < end) packet.push(data, start, end);
  },

  summary: (packet, layer) => ` (${packet.ends[layer]! - packet.starts[layer]!} bytes)`,

  fields(packet, layer) {
    const at = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    const fields = new FieldList(packet.buffers[layer]!, end);
    fields.add("data.data", "Data", hexBytes(fields.bytes, at, end), at, end - at);
    fields.add("data.len", "Length", end - at, at, 0);
    return fields.list;
  },
};
