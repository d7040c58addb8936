import { parseAddress } from "../address.js";
import { type AnnouncedFormat, type Announcement, UNNAMED_EVENTS } from "../announcements.js";
import type { Packet } from "../packet.js";
import {
  type Announced,
  isTelephoneEvent,
  type PayloadFormat,
  type Receiver,
  readAnnounced,
} from "../sdp/index.js";
import type { SipMessage } from "../sip/index.js";

const FIRST_DYNAMIC = 96;
const RTP = /^(?:UDP\/TLS\/)?RTP\/S?AVPF?$/;
const T38 = /^udptl$/i;
/** One for all: announcements are kept, and most name nothing. */
const NO_NAMES: Pick<Announcement, "formats" | "events"> = { formats: new Map(), events: UNNAMED_EVENTS };

/** Notes where a message's session descriptions will receive RTP, RTCP or fax. */
export function announce(packet: Packet, message: SipMessage): void {
  for (const body of message.sdp) announceDescription(packet, message.textOf(body));
}

/**
 * Notes where a session description will receive RTP, RTCP or fax. As in Wireshark an offer counts at once, before it
 * is answered, and so does a description in a final error.
 */
export function announceDescription(packet: Packet, description: string | Uint8Array): void {
  const media = readAnnounced(description);
  for (const { receiver } of media) offerCandidates(packet, receiver);
  for (const bundle of bundlesOf(media)) announceMedia(packet, bundle[0]!.receiver, bundle);
}

/** Media of RTP that share one port (BUNDLE, RFC 9143) are one announcement; any other is one of its own. */
function bundlesOf(media: readonly Announced[]): Announced[][] {
  if (media.length < 2) return media.map((one) => [one]);
  const bundles: Announced[][] = [];
  const byReceiver = new Map<string, Announced[]>();
  for (const one of media) {
    const { protocol, address, port } = one.receiver;
    const key = RTP.test(protocol) ? JSON.stringify([address, port]) : "";
    const before = byReceiver.get(key);
    if (before !== undefined) before.push(one);
    else {
      const bundle = [one];
      bundles.push(bundle);
      if (key !== "") byReceiver.set(key, bundle);
    }
  }
  return bundles;
}

function announceMedia(packet: Packet, receiver: Receiver, bundle: readonly Announced[]): void {
  const { type, address, port, protocol, rtcp, rtcpMux, encrypted } = receiver;
  const use = RTP.test(protocol) ? "rtp" : T38.test(protocol) ? "t38" : undefined;
  if (use === undefined || port === 0) return;
  const { formats, events } = namesOf(bundle.flatMap(({ named }) => named));
  const announcement: Announcement = {
    frame: packet.number,
    method: "SDP",
    use,
    media: type,
    encrypted,
    rtcpMux,
    formats,
    events,
  };
  const at = address === undefined ? undefined : parseAddress(address);
  add(packet, at, port, announcement);
  // where RTCP shares the port, the default of one port up is somebody else's
  const shared = rtcpMux && rtcp?.port === port + 1;
  if (use === "rtp" && rtcp && rtcp.port !== port && !shared) {
    const rtcpAt = rtcp.address === address ? at : parseAddress(rtcp.address ?? "");
    add(packet, rtcpAt, rtcp.port, { ...announcement, use: "rtcp" });
  }
}

/** What ICE may take instead of the announced address; encrypted media shows itself in DTLS. */
function offerCandidates(packet: Packet, { encrypted, candidateEndpoints }: Receiver): void {
  if (encrypted) return;
  for (const { address, port } of candidateEndpoints) {
    const bytes = parseAddress(address);
    if (bytes && port > 0 && port <= 0xffff) packet.conversations.ice.offer(bytes, port, packet.number);
  }
}

function add(
  packet: Packet,
  address: Uint8Array | undefined,
  port: number,
  announcement: Announcement,
): void {
  const { announcements, ice } = packet.conversations;
  if (address && port > 0 && !ice.speaks(address, port)) announcements.add(address, port, announcement);
}

/**
 * The dynamic payload types with their names, and those that are events; static ones keep the names of RFC 3551, as in
 * Wireshark.
 */
function namesOf(named: Announced["named"]): Pick<Announcement, "formats" | "events"> {
  if (named.length === 0) return NO_NAMES;
  const formats = new Map<number, AnnouncedFormat>();
  for (const { payloadType, encodingName, clockRate } of named) {
    if (payloadType >= FIRST_DYNAMIC && encodingName !== undefined) {
      formats.set(payloadType, { encodingName, clockRate: clockRate ?? 0 });
    }
  }
  const events = new Set([...UNNAMED_EVENTS].filter((type) => !formats.has(type)));
  for (const format of named) {
    if (isTelephoneEvent(format) || isCiscoEvent(format)) events.add(format.payloadType);
  }
  return { formats, events };
}

/** Named Signalling Events, Cisco's own before RFC 2833. */
function isCiscoEvent({ encodingName }: Pick<PayloadFormat, "encodingName">): boolean {
  return encodingName?.toLowerCase() === "x-nse";
}
