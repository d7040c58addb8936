import { parseAddress } from "../address.js";
import { type AnnouncedFormat, type Announcement, UNNAMED_EVENTS } from "../announcements.js";
import type { Packet } from "../packet.js";
import { isTelephoneEvent, type MediaDescription, type PayloadFormat, parseSdp } from "../sdp/index.js";
import type { SipMessage } from "../sip/index.js";

const FIRST_DYNAMIC = 96;
const RTP = /^(?:UDP\/TLS\/)?RTP\/S?AVPF?$/;
const T38 = /^udptl$/i;

/** Notes where a message's session descriptions will receive RTP, RTCP or fax. */
export function announce(packet: Packet, message: SipMessage): void {
  for (const body of message.sdp) announceDescription(packet, message.bytes.subarray(body.start, body.end));
}

/**
 * Notes where a session description will receive RTP, RTCP or fax. As in Wireshark an offer counts at once, before it
 * is answered, and so does a description in a final error.
 */
export function announceDescription(packet: Packet, description: Uint8Array): void {
  const { media } = parseSdp(description);
  for (const one of media) offerCandidates(packet, one);
  for (const [index, one] of media.entries()) {
    const bundle = media.filter((other) => sameReceiver(other, one));
    // what shares one port (BUNDLE, RFC 9143) is one announcement
    if (bundle[0] === media[index]) announceMedia(packet, one, bundle);
  }
}

function sameReceiver(one: MediaDescription, other: MediaDescription): boolean {
  return (
    one === other ||
    (one.port === other.port &&
      one.address === other.address &&
      RTP.test(one.protocol) &&
      RTP.test(other.protocol))
  );
}

function announceMedia(packet: Packet, media: MediaDescription, bundle: readonly MediaDescription[]): void {
  const use = RTP.test(media.protocol) ? "rtp" : T38.test(media.protocol) ? "t38" : undefined;
  if (use === undefined || media.port === 0) return;
  const formats = formatsOf(bundle);
  const announcement: Announcement = {
    frame: packet.number,
    method: "SDP",
    use,
    media: media.type,
    encrypted: media.encrypted,
    rtcpMux: media.rtcpMux,
    formats,
    events: eventsIn(bundle, formats),
  };
  add(packet, media.address, media.port, announcement);
  const { rtcp } = media;
  // where RTCP shares the port, the default of one port up is somebody else's
  const shared = media.rtcpMux && rtcp?.port === media.port + 1;
  if (use === "rtp" && rtcp && rtcp.port !== media.port && !shared) {
    add(packet, rtcp.address, rtcp.port, { ...announcement, use: "rtcp" });
  }
}

/** What ICE may take instead of the announced address; encrypted media shows itself in DTLS. */
function offerCandidates(packet: Packet, { encrypted, candidateEndpoints }: MediaDescription): void {
  if (encrypted) return;
  for (const { address, port } of candidateEndpoints) {
    const bytes = parseAddress(address);
    if (bytes && port > 0 && port <= 0xffff) packet.conversations.ice.offer(bytes, port, packet.number);
  }
}

function add(packet: Packet, address: string | undefined, port: number, announcement: Announcement): void {
  const bytes = address === undefined ? undefined : parseAddress(address);
  if (!bytes || port === 0 || packet.conversations.ice.speaks(bytes, port)) return;
  packet.conversations.announcements.add(bytes, port, announcement);
}

/** The dynamic payload types with their names; static ones keep those of RFC 3551, as in Wireshark. */
function formatsOf(bundle: readonly MediaDescription[]): Map<number, AnnouncedFormat> {
  const formats = new Map<number, AnnouncedFormat>();
  for (const { payloadType, encodingName, clockRate } of bundle.flatMap((media) => media.formats)) {
    if (payloadType >= FIRST_DYNAMIC && encodingName !== undefined) {
      formats.set(payloadType, { encodingName, clockRate: clockRate ?? 0 });
    }
  }
  return formats;
}

function eventsIn(
  bundle: readonly MediaDescription[],
  formats: ReadonlyMap<number, AnnouncedFormat>,
): Set<number> {
  const events = new Set([...UNNAMED_EVENTS].filter((type) => !formats.has(type)));
  for (const format of bundle.flatMap((media) => media.formats)) {
    if (isTelephoneEvent(format) || isCiscoEvent(format)) events.add(format.payloadType);
  }
  return events;
}

/** Named Signalling Events, Cisco's own before RFC 2833. */
function isCiscoEvent({ encodingName }: PayloadFormat): boolean {
  return encodingName?.toLowerCase() === "x-nse";
}
