import { hexNumber, u16 } from "../bytes.js";
import { data } from "../data.js";
import type { Protocol } from "../protocol.js";

/** The payload of an Ethernet header whose length or type is neither: too long for one, too small for the other. */
export const unreadableLength: Protocol = {
  name: "data",
  title: "Data",

  parse(packet, start, end) {
    packet.push(unreadableLength, start, end);
  },

  info(packet, layer) {
    const value = u16(packet.buffers[layer]!, packet.starts[layer]! - 2);
    return `Ethernet Unknown: Invalid length/type: ${hexNumber(value, 4)} (${value})`;
  },

  summary: data.summary,
  fields: data.fields,
};
