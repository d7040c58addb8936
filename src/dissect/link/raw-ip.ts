import { data } from "../data.js";
import { reaches } from "../malformed.js";
import { parseIp } from "../network/ip.js";
import { Family } from "../packet.js";
import type { Protocol } from "../protocol.js";
import { ppp } from "./ppp.js";

/** No link header: an IP packet, or what a serial line began with PPP (LINKTYPE_RAW, and DLT_RAW as it was written). */
export const rawIp: Protocol = {
  name: "raw",
  title: "Raw packet data",
  label: "N/A",
  on: { link: [12, 14, 101] },

  parse(packet, start, end) {
    const { bytes } = packet;
    packet.family = Family.unavailable;
    packet.push(rawIp, start, start);
    if (!reaches(packet, start + 2, end)) return;
    const version = bytes[start]! >> 4;
    if (bytes[start] === 0xff && bytes[start + 1] === 0x03) ppp.parse(packet, start, end);
    else if (version === 4 || version === 6) parseIp(packet, start, end);
    else data.parse(packet, start, end);
  },

  info: () => "Raw packet data",
};
