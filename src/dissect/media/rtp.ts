import type { Announcement } from "../announcements.js";
import { u16, u32, upperHex } from "../bytes.js";
import { isCut, pushShortened } from "../malformed.js";
import { Kind, type Packet, type RtpHeader } from "../packet.js";
import { type Pieces, type Protocol, RecurringText } from "../protocol.js";
import { isEvent, payloadInfo, payloadLabel, payloadName, payloadRemark } from "./payload.js";
import { rtcp } from "./rtcp.js";
import { rtpEvent } from "./rtp-event.js";
import { rtpFields } from "./rtp-fields.js";
import { looksLikeRtp } from "./rtp-look.js";

/** Bytes of a header without contributing sources. */
export const RTP_HEADER = 12;
/** How a bare packet begins: version 2, and nothing but header and payload: no padding, extension, further sources. */
export const BARE = 0x80;

/**
 * RTP (RFC 3550 §5.1).
 *
 *      0                   1                   2                   3
 *      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 *     |V=2|P|X|  CC   |M|     PT      |       sequence number         |
 *     |                           timestamp                           |
 *     |           synchronization source (SSRC) identifier            |
 *     |            contributing source (CSRC) identifiers …           |
 */
export const rtp: Protocol = {
  name: "rtp",
  title: "Real-Time Transport Protocol",

  label(packet) {
    const { rtp: header } = packet;
    if (packet.kind !== Kind.rtp) return "RTP";
    if (header.announcement?.encrypted) return "SRTP";
    if (header.payloadEnd === header.payloadStart) return "RTP";
    return payloadLabel(header.payloadType, header.announcement);
  },

  looksLike(packet, start, end) {
    const { heuristicRtp, ice, flows } = packet.conversations;
    if (!looksLikeRtp(packet, start, end)) return false;
    if (heuristicRtp || ice.mayCarryMedia(packet)) return true;
    return ice.follows(packet) && flows.announcement(packet) !== undefined;
  },

  parse(packet, start, end) {
    const { flows, ice } = packet.conversations;
    const announcement = flows.announcement(packet);
    if (packet.learning && announcement === undefined && ice.mayCarryMedia(packet)) ice.speak(packet);
    flows.keep(packet, announcement);
    parseRtp(packet, start, end, announcement);
  },

  info: (packet, layer) => infoPieces(packet, layer).join(""),
  infoPieces,
  fields: rtpFields,
};

function infoPieces(packet: Packet, layer: number): Pieces {
  const bytes = packet.buffers[layer]!;
  const version = bytes[packet.starts[layer]!]! >> 6;
  if (version !== 2) return ["Unknown RTP version ", version];
  const { payloadType, ssrc, sequence, timestamp, marker, payloadStart, payloadEnd, announcement } =
    packet.rtp;
  const readable = !announcement?.encrypted && payloadStart < payloadEnd;
  const instead = readable ? payloadInfo(payloadType) : undefined;
  if (instead !== undefined) return [instead];
  const stream = streamText(payloadName(payloadType, announcement), ssrc);
  const remark = readable ? payloadRemark(payloadType, announcement, bytes, payloadStart, payloadEnd) : "";
  const mark = marker ? ", Mark" : "";
  return [stream, sequence, ", Time=", timestamp, mark + remark];
}

// What the Info says of a stream, of those that were shown lately: packets are many, streams few.
const TEXTS = 4096;
const ssrcs = new Uint32Array(TEXTS);
const names: string[] = new Array(TEXTS).fill("");
const texts: RecurringText[] = new Array(TEXTS).fill(new RecurringText(""));

function streamText(name: string, ssrc: number): RecurringText {
  const place = (ssrc ^ (ssrc >>> 12) ^ (ssrc >>> 24)) & (TEXTS - 1);
  if (ssrcs[place] !== ssrc || names[place] !== name) {
    ssrcs[place] = ssrc;
    names[place] = name;
    texts[place] = new RecurringText(`PT=${name}, SSRC=0x${upperHex(ssrc)}, Seq=`);
  }
  return texts[place]!;
}

/** Reads an RTP packet of which signalling said `announcement`. */
export function parseRtp(
  packet: Packet,
  start: number,
  end: number,
  announcement: Announcement | undefined,
): void {
  const second = packet.bytes[start + 1]!;
  if (packet.bytes[start]! >> 6 !== 2) packet.push(rtp, start, end);
  // RTCP's packet types 192 to 223 are what a marker and payload types 64 to 95 would be (RFC 5761 §4)
  else if (second >= 192 && second <= 223) rtcp.parse(packet, start, end);
  else if (end - start < RTP_HEADER) pushShortened(packet, end);
  else readHeader(packet, start, end, announcement);
}

function readHeader(
  packet: Packet,
  start: number,
  end: number,
  announcement: Announcement | undefined,
): void {
  const { bytes, rtp: header } = packet;
  const second = bytes[start + 1]!;
  setNumbers(header, second, u16(bytes, start + 2), u32(bytes, start + 4), u32(bytes, start + 8));
  header.announcement = announcement;
  header.payloadStart = start + RTP_HEADER;
  header.payloadEnd = end;
  const whole = bytes[start] === BARE || findPayload(packet, start, end);
  packet.push(rtp, start, end);
  if (!packet.quoted) packet.kind = Kind.rtp;
  const { payloadType, payloadStart, payloadEnd } = header;
  if (!whole) pushShortened(packet, end);
  else if (payloadEnd > payloadStart && !announcement?.encrypted && isEvent(payloadType, announcement)) {
    rtpEvent.parse(packet, payloadStart, payloadEnd);
  }
}

/** Sets the numbers of a header, whose second byte holds marker and payload type. */
export function setNumbers(
  header: RtpHeader,
  second: number,
  sequence: number,
  timestamp: number,
  ssrc: number,
): void {
  header.marker = second >= 128;
  header.payloadType = second & 127;
  header.sequence = sequence;
  header.timestamp = timestamp;
  header.ssrc = ssrc;
}

/** Sets where the payload lies, without padding; false where the header or the padding cannot be right. */
function findPayload(packet: Packet, start: number, end: number): boolean {
  const { bytes, rtp: header } = packet;
  const first = bytes[start]!;
  let at = start + RTP_HEADER + 4 * (first & 15);
  let whole = at <= end;
  if (first & 0x10) {
    // header extension (§5.3.1): 16 bits of profile, 16 bits of length in words
    whole &&= at + 4 <= end;
    if (whole) at += 4 + 4 * u16(bytes, at + 2);
  }
  at = whole ? Math.min(at, end) : end;
  const padding = first & 0x20 && !isCut(packet, end) ? bytes[end - 1]! : 0;
  header.payloadStart = at;
  header.payloadEnd = Math.max(at, end - padding);
  return whole && !(first & 0x20 && padding === 0 && !isCut(packet, end));
}
