import type { SessionDescription } from "./description.js";
import { isTelephoneEvent, type PayloadFormat } from "./formats.js";
import type { MediaDescription } from "./media.js";

/** A format that both sides have; each names it by the payload type that it wants to receive (RFC 3264 §5.1, §6.1). */
export interface AgreedFormat {
  offered: PayloadFormat;
  answered: PayloadFormat;
}

/** One side of an agreed medium. */
export interface MediaSide {
  /** Where it receives. */
  address: string | undefined;
  port: number;
  rtcp: MediaDescription["rtcp"];
  /** Whether it may send, the other side wanting to receive. */
  sends: boolean;
  hold: boolean;
}

/** What offer and answer agree on for one `m=` line (RFC 3264 §6). */
export interface NegotiatedMedia {
  type: string;
  /** The answer's. */
  protocol: string;
  /** False where either side has port 0, or the answer lacks this line or changes its type. */
  accepted: boolean;
  /** In the answer's order of preference, events left out; empty for other than RTP. */
  codecs: AgreedFormat[];
  /** The events format (RFC 4733), if both sides have one. */
  telephoneEvent: AgreedFormat | undefined;
  offerer: MediaSide;
  answerer: MediaSide;
  /** Whether both sides let RTCP share the port. */
  rtcpMux: boolean;
  encrypted: boolean;
}

/** What an offer and its answer agree on, one row for each `m=` line of the offer, in its order. */
export function negotiate(offer: SessionDescription, answer: SessionDescription): NegotiatedMedia[] {
  return offer.media.map((offered, index) => {
    const answered = answer.media[index];
    const common = answered ? commonFormats(offered, answered) : [];
    const accepted = answered?.type === offered.type && offered.port > 0 && answered.port > 0;
    return {
      type: offered.type,
      protocol: answered?.protocol ?? offered.protocol,
      accepted,
      codecs: common.filter((format) => !isTelephoneEvent(format.answered)),
      telephoneEvent: common.find((format) => isTelephoneEvent(format.answered)),
      offerer: sideOf(offered, accepted && sends(offered) && receives(answered)),
      answerer: sideOf(answered, accepted && sends(answered) && receives(offered)),
      rtcpMux: offered.rtcpMux && answered?.rtcpMux === true,
      encrypted: answered?.encrypted ?? offered.encrypted,
    };
  });
}

function commonFormats(offer: MediaDescription, answer: MediaDescription): AgreedFormat[] {
  return answer.formats.flatMap((answered) => {
    const offered = offer.formats.find((format) => isSame(format, answered));
    return offered ? [{ offered, answered }] : [];
  });
}

/** By name, clock rate and channels; without a name, by payload type. */
function isSame(one: PayloadFormat, other: PayloadFormat): boolean {
  if (one.encodingName === undefined) return one.payloadType === other.payloadType;
  return (
    one.encodingName.toLowerCase() === other.encodingName?.toLowerCase() &&
    one.clockRate === other.clockRate &&
    one.channels === other.channels
  );
}

function sideOf(media: MediaDescription | undefined, sends: boolean): MediaSide {
  return {
    address: media?.address,
    port: media?.port ?? 0,
    rtcp: media?.rtcp,
    sends,
    hold: media?.hold ?? false,
  };
}

function sends({ direction }: MediaDescription): boolean {
  return direction === "sendrecv" || direction === "sendonly";
}

/** An address of 0.0.0.0 is where nobody receives (RFC 3264 §8.4). */
function receives({ direction, address }: MediaDescription): boolean {
  return (direction === "sendrecv" || direction === "recvonly") && address !== "0.0.0.0";
}
