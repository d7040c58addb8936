import { nodeAt, type PerNode, readPer } from "../../asn1/per.js";
import { pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { CONTROL_MESSAGE } from "./h245-types.js";
import { announceChannel } from "./media.js";
import { infoSoFar, isTunnelled, perFields } from "./shown.js";

const REVERSE = ["reverseLogicalChannelParameters", "multiplexParameters", "h2250LogicalChannelParameters"];
const FORWARD = ["forwardMultiplexAckParameters", "h2250LogicalChannelAckParameters"];

/** Control of media (ITU-T H.245): what terminals can do, and the channels they open. */
export const h245: Protocol = {
  name: "h245",
  title: "H.245",
  label: (packet, layer) => (isTunnelled(packet, layer) ? "H.225.0/H.245" : "H.245"),

  parse(packet, start, end) {
    packet.push(h245, start, end);
    const { node } = readPer(packet.bytes, start, end, CONTROL_MESSAGE);
    const message = node.children[0]?.children[0];
    if (!message) return pushShortened(packet, end);
    if (packet.learning && message.name === "openLogicalChannelAck") {
      announceChannel(packet, nodeAt(message, ...FORWARD));
      announceChannel(packet, nodeAt(message, ...REVERSE));
    }
  },

  info(packet, layer) {
    const message = read(packet, layer).children[0]?.children[0];
    const codec = message?.name === "openLogicalChannel" ? codecOf(message) : undefined;
    return `${infoSoFar(packet, layer)}${message?.name ?? "<unknown>"} ${codec ? `(${codec}) ` : ""}`;
  },

  fields: (packet, layer) => perFields("h245", read(packet, layer)),
};

function read(packet: Packet, layer: number): PerNode {
  return readPer(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!, CONTROL_MESSAGE).node;
}

/** The last codec that a request for a channel names. */
function codecOf(request: PerNode): string | undefined {
  for (const direction of ["reverse", "forward"]) {
    const type = nodeAt(request, `${direction}LogicalChannelParameters`, "dataType")?.children[0];
    const codec = type?.name === "data" ? nodeAt(type, "application") : type;
    if (codec?.children[0] && /^(?:audioData|videoData|application)$/.test(codec.name))
      return codec.children[0].name;
  }
  return undefined;
}
