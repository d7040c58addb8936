import { plainRtp } from "../../announcements.js";
import { addressOf } from "../../endpoints.js";
import { Family, type Packet } from "../../packet.js";

const RTP_OVER_UDP = /^(?:RTP\/AVP\/UDP|RTP\/AVP(?!\/))/i;
const CLIENT_PORTS = /client_port=(\d{1,5})(?:-(\d{1,5}))?/;

/**
 * Notes the ports that a reply's Transport header gives to RTP and RTCP (RFC 2326 §12.39); they are at the reply's
 * destination, as in Wireshark.
 */
export function announceTransport(packet: Packet, transport: string): void {
  const ports = RTP_OVER_UDP.test(transport) ? CLIENT_PORTS.exec(transport) : null;
  if (!ports || (packet.family !== Family.ipv4 && packet.family !== Family.ipv6)) return;
  const address = addressOf(packet, "destination");
  const announcement = plainRtp(packet.number, "RTSP");
  const [rtp, rtcp] = [Number(ports[1]), Number(ports[2] ?? 0)];
  const { announcements } = packet.conversations;
  if (rtp > 0 && rtp < 65536) announcements.add(address, rtp, announcement);
  if (rtcp > 0 && rtcp < 65536) announcements.add(address, rtcp, { ...announcement, use: "rtcp" });
}
