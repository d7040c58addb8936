import type { Protocol } from "../protocol.js";

/** A frame of a link type that no dissector reads: it keeps its row. */
export const unknownLink: Protocol = {
  name: "frame",
  title: "Frame",
  label: (packet) => `LINKTYPE_${packet.linkType}`,

  parse(packet, start, end) {
    packet.push(unknownLink, start, end);
  },
};
