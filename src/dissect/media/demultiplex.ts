import { Kind, type Packet } from "../packet.js";
import { rtcp } from "./rtcp.js";
import { rtp } from "./rtp.js";
import { stun } from "./stun.js";

/**
 * Hands a UDP payload to what shares an announced port by its first byte (RFC 7983 §7): STUN, RTP, RTCP.
 * False where nothing was announced for either endpoint.
 */
export function handOverMedia(packet: Packet, start: number, end: number): boolean {
  if (packet.known !== undefined && packet.known !== Kind.rtp && packet.known !== Kind.rtpEvent) {
    if (packet.known !== Kind.rtcp) return false;
    rtcp.parse(packet, start, end);
    return true;
  }
  const announced = packet.conversations.announcements.find(packet);
  if (announced === undefined || announced.use === "t38") return false;
  const first = packet.bytes[start]!;
  if (first < 4 && end - start >= 20) {
    stun.parse(packet, start, end);
    return true;
  }
  if (first >> 6 !== 2) return false;
  const type = packet.bytes[start + 1]!;
  // with rtcp-mux the packet type tells (RFC 5761 §4)
  if (announced.use === "rtcp" || (announced.rtcpMux && type >= 192 && type <= 223)) rtcp.parse(packet, start, end);
  else rtp.parse(packet, start, end);
  return true;
}
