import { parseAddress } from "../address.js";
import type { Announcement } from "../announcements.js";
import { Kind, type Packet } from "../packet.js";
import type { Field, Protocol } from "../protocol.js";
import { looksLikeSip, parseSip, type SipMessage, sipInfo, sipLabel } from "../sip/index.js";
import type { MediaDescription } from "../sdp/index.js";

/** Session Initiation Protocol (RFC 3261), whole messages in one payload. */
export const sip: Protocol = {
  name: "sip",
  title: "Session Initiation Protocol",
  label: (packet) => sipLabel(packet.sip[0]!),
  on: { udp: [5060] },
  heuristic: ["udp", "tcp"],

  looksLike: (packet, start, end) => looksLikeSip(packet.bytes, start, end),

  parse(packet, start, end) {
    const message = parseSip(packet.bytes.slice(start, end), 0, end - start);
    if (message === undefined) return;
    packet.push(sip, start, end);
    if (packet.quoted) return;
    packet.sip.push(message);
    packet.kind = Kind.sip;
    if (packet.known === undefined) announce(packet, message);
  },

  info: (packet) => sipInfo(packet.sip[0]!),

  fields(packet, layer): Field[] {
    const base = packet.starts[layer]!;
    return (packet.sip[0]?.headers ?? []).map((header) => ({
      name: `sip.${header.canonicalName}`,
      label: header.canonicalName,
      value: header.value,
      start: base + header.start,
      end: base + header.end,
    }));
  },
};
