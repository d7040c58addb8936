import { Kind } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { looksLikeSip, parseSip, sipInfo, sipLabel } from "../sip/index.js";
import { announce } from "./sdp-announce.js";
import { sipFields } from "./sip-fields.js";
import { readSipStream } from "./sip-stream.js";

/** Session Initiation Protocol (RFC 3261): one message, as in a datagram, or those of a stream. */
export const sip: Protocol = {
  name: "sip",
  title: "Session Initiation Protocol",
  label: (packet, layer) => sipLabel(packet.sip.at(-1)!, packet.wireEnds[layer]! > packet.ends[layer]!),
  on: { udp: [5060], tcp: [5060] },
  heuristic: ["udp", "tcp"],

  looksLike: (packet, start, end) => looksLikeSip(packet.bytes, start, end),

  parse(packet, start, end) {
    const message = parseSip(packet.bytes, start, end);
    if (message === undefined) return;
    packet.push(sip, start, end);
    if (packet.quoted) return;
    packet.sip.push(message);
    packet.kind = Kind.sip;
    if (packet.learning) announce(packet, message);
  },

  patient: true,
  stream: (packet, start, end) => readSipStream(packet, sip, start, end),

  info: (packet, layer) => {
    const cut = packet.wireEnds[layer]! > packet.ends[layer]!;
    const [last, ...others] = packet.sip.map((message) => sipInfo(message, cut)).reverse();
    return others.reverse().map(keptInfo).join("") + (last ?? "");
  },

  fields: sipFields,
};

/** Of a message that others follow in the same frame, Wireshark's Info keeps what ends with the bar. */
function keptInfo(info: string): string {
  return info.slice(0, info.indexOf(" | ") + 3) || info;
}
