import { pushShortened } from "../../malformed.js";
import type { Packet } from "../../packet.js";
import type { Protocol } from "../../protocol.js";
import { formatText } from "../../sip/format-text.js";
import { lineEnd } from "../../sip/lines.js";
import { announceDescription } from "../sdp-announce.js";
import { type MgcpMessage, messageKind, messagesIn } from "./message.js";
import { mgcpFields } from "./mgcp-fields.js";

const GATEWAY = 2427;
const CALL_AGENT = 2727;

const utf8 = new TextDecoder();

/** Media Gateway Control Protocol (RFC 3435): the messages of a datagram. */
export const mgcp: Protocol = {
  name: "mgcp",
  title: "Media Gateway Control Protocol",
  label: (packet, layer) => `MGCP${"/SDP".repeat(messagesOf(packet, layer).filter(hasDescription).length)}`,
  on: { udp: [GATEWAY, CALL_AGENT] },

  parse(packet, start, end) {
    const { bytes } = packet;
    if (messageKind(bytes, start, end) === undefined) return;
    packet.push(mgcp, start, end);
    if (packet.wireEnd > end) return pushShortened(packet, end);
    if (!packet.learning) return;
    for (const message of messagesIn(bytes, start, end)) {
      packet.conversations.mgcp.learn(packet, message);
      if (hasDescription(message))
        announceDescription(packet, bytes.subarray(message.descriptionStart, message.end));
    }
  },

  info(packet, layer) {
    const messages = messagesOf(packet, layer);
    const bytes = packet.buffers[layer]!;
    const start = packet.starts[layer]!;
    const end = packet.ends[layer]!;
    if (packet.wireEnds[layer]! > end) return "";
    const repeats = messages.filter((message) => packet.conversations.mgcp.repeats(packet, message));
    const remarks = repeats.map(({ kind, transaction }) => {
      return `, Duplicate ${kind === "request" ? "Request" : "Response"} ${transaction}`;
    });
    return formatText(utf8.decode(bytes.subarray(start, lineEnd(bytes, start, end)))) + remarks.join("");
  },

  fields: (packet, layer) =>
    messagesOf(packet, layer).flatMap((message) => mgcpFields(packet.buffers[layer]!, message)),
};

function messagesOf(packet: Packet, layer: number): MgcpMessage[] {
  return messagesIn(packet.buffers[layer]!, packet.starts[layer]!, packet.ends[layer]!);
}

function hasDescription({ descriptionStart, end }: MgcpMessage): boolean {
  return descriptionStart < end;
}
