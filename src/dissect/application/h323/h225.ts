import { nodeAt, type PerNode, readPer } from "../../asn1/per.js";
import { pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { RAS, USER_INFORMATION } from "./h225-types.js";
import { h245 } from "./h245.js";
import { OPEN_LOGICAL_CHANNEL } from "./h245-types.js";
import { announceChannel, endpointIn } from "./media.js";
import { infoSoFar, perFields } from "./shown.js";

/** Call signalling (ITU-T H.225.0 §7): opens the calls of H.323, and tells where H.245 is spoken. */
export const h225: Protocol = {
  name: "h225",
  title: "H.225.0 CS",
  label: "H.225.0",

  parse(packet, start, end) {
    packet.push(h225, start, end);
    const { node } = readPer(packet.bytes, start, end, USER_INFORMATION);
    const pdu = nodeAt(node, "h323-uu-pdu");
    if (!pdu?.children[0]?.children[0]) return pushShortened(packet, end);
    if (packet.learning) learn(packet, bodyOf(node)!);
    for (const message of nodeAt(pdu, "h245Control")?.children ?? []) {
      h245.parse(packet, message.start, message.end);
    }
  },

  info(packet, layer) {
    const body = bodyOf(read(packet, layer));
    if (!body) return infoSoFar(packet, layer);
    const fast = nodeAt(body, "fastStart") ? "OpenLogicalChannel " : "";
    return `${infoSoFar(packet, layer)}CS: ${body.name} ${fast}`;
  },

  fields: (packet, layer) => perFields("h225", read(packet, layer)),
};

/** Registration, admission and status (H.225.0 §7.7 on): between a terminal and its gatekeeper. */
export const ras: Protocol = {
  name: "h225",
  title: "H.225.0 RAS",
  label: "H.225.0",
  on: { udp: [1718, 1719] },

  parse(packet, start, end) {
    packet.push(ras, start, end);
  },

  info(packet, layer) {
    const { node } = readPer(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!, RAS);
    return `RAS: ${node.children[0]?.name ?? "<unknown>"} `;
  },

  fields(packet, layer) {
    const { node } = readPer(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!, RAS);
    return perFields("h225", node);
  },
};

function read(packet: Packet, layer: number): PerNode {
  return readPer(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!, USER_INFORMATION).node;
}

function bodyOf(node: PerNode): PerNode | undefined {
  return nodeAt(node, "h323-uu-pdu", "h323-message-body")?.children[0];
}

function learn(packet: Packet, body: PerNode): void {
  const endpoint = endpointIn(packet.bytes, nodeAt(body, "h245Address"));
  if (endpoint) packet.conversations.h245.add(endpoint.address, endpoint.port, packet.number);
  for (const element of nodeAt(body, "fastStart")?.children ?? []) {
    const channel = readPer(packet.bytes, element.start, element.end, OPEN_LOGICAL_CHANNEL).node;
    const path = ["reverseLogicalChannelParameters", "multiplexParameters", "h2250LogicalChannelParameters"];
    announceChannel(packet, nodeAt(channel, ...path));
  }
}
