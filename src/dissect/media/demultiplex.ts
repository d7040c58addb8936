import type { Packet } from "../packet.js";
import { rtcp } from "./rtcp.js";
import { parseRtp } from "./rtp.js";
import { t38 } from "./t38/t38.js";

/**
 * Hands a UDP payload to what shares an announced port. RTP and RTCP show themselves in the first two bytes (RFC
 * 5761 §4); anything else there (STUN, DTLS, ZRTP: RFC 7983 §7) must show what it is.
 * False where nothing was announced for either endpoint, or STUN goes between the two: there, as in Wireshark, all
 * must show itself.
 */
export function handOverMedia(packet: Packet, start: number, end: number): boolean {
  if (packet.quoted) return false;
  const announced = packet.conversations.flows.announcement(packet);
  if (announced === undefined) return false;
  const version = packet.bytes[start]! >> 6;
  if (announced.use === "t38") t38.parse(packet, start, end);
  else if (packet.conversations.ice.follows(packet)) return false;
  else if (version !== 2 && packet.handOverByLook("udp", start, end)) return true;
  else if (announced.use === "rtcp") rtcp.parse(packet, start, end);
  else parseRtp(packet, start, end, announced);
  return true;
}
