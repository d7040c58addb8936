import { u16 } from "../bytes.js";
import { PACKET_TYPES, PAYLOAD_FEEDBACK_SHORT, REPORT_EXTENSIONS } from "./rtcp-names.js";
import { type RtcpPacket, RtcpType } from "./rtcp-packet.js";

const REPORT_LENGTH = 24;
const APPLICATION_LENGTH = 12; // with the name

/** One packet of a compound packet in the packet list's Info, with the blanks that Wireshark puts after it. */
export function rtcpSummary(packet: RtcpPacket, bytes: Uint8Array): string {
  return `${PACKET_TYPES[packet.type] ?? "Unknown"}   ${remarkOn(packet, bytes)}`;
}

function remarkOn(packet: RtcpPacket, bytes: Uint8Array): string {
  switch (packet.kind) {
    case "feedback":
      if (packet.type !== RtcpType.payloadFeedback) return "";
      return `${PAYLOAD_FEEDBACK_SHORT[packet.format] ?? "Unknown"}  `;
    case "application":
      if (packet.end - packet.start < APPLICATION_LENGTH) return "";
      return /^[ -~]{4}$/.test(packet.name)
        ? `( ${packet.name} ) subtype=${packet.subtype}`
        : `subtype=${packet.subtype}`;
    case "sender report":
      return packet.encrypted ? "" : extensions(bytes, packet, 28 + REPORT_LENGTH * packet.reports.length);
    case "receiver report":
      return packet.encrypted ? "" : extensions(bytes, packet, 8 + REPORT_LENGTH * packet.reports.length);
    default:
      return "";
  }
}

/** What follows the reports: extensions of a type and a length in bytes. */
function extensions(bytes: Uint8Array, packet: RtcpPacket, length: number): string {
  let at = packet.start + length;
  if (!packet.whole || at >= packet.end) return "";
  let text = "(";
  while (at + 4 <= packet.end) {
    text += `PSE:${REPORT_EXTENSIONS[u16(bytes, at)] ?? "Unknown"}  `;
    at += Math.max(4, u16(bytes, at + 2));
  }
  return `${text})  `;
}
