import type { MediaDescription as TransformedMedia } from "sdp-transform";
import { staticPayloadType } from "./payload-types.js";

/** What one RTP payload type means in a session. */
export interface PayloadFormat {
  payloadType: number;
  /** `PCMU`, `telephone-event` … as `a=rtpmap` writes it; undefined for a dynamic type without one. */
  encodingName: string | undefined;
  /** Hz; undefined where unknown. */
  clockRate: number | undefined;
  channels: number;
  /** The format's parameters as `a=fmtp` writes them. */
  fmtp: string | undefined;
}

/** The payload types of an `m=` line with what `a=rtpmap`, or else RFC 3551, says of them. */
export function readFormats(
  names: readonly string[],
  media: Pick<TransformedMedia, "rtp" | "fmtp">,
): PayloadFormat[] {
  const maps = new Map(media.rtp.map((map) => [Number(map.payload), map]));
  const parameters = new Map(media.fmtp.map(({ payload, config }) => [Number(payload), String(config)]));
  return names
    .filter((name) => /^\d{1,3}$/.test(name) && Number(name) < 128)
    .map((name) => {
      const payloadType = Number(name);
      const map = maps.get(payloadType);
      const known = staticPayloadType(payloadType);
      return {
        payloadType,
        encodingName: map ? String(map.codec) : known?.encodingName,
        clockRate: positive(map?.rate) ?? known?.clockRate,
        channels: positive(map?.encoding) ?? (map ? 1 : (known?.channels ?? 1)),
        fmtp: parameters.get(payloadType),
      };
    });
}

/** Whether a format carries DTMF and other events (RFC 4733). */
export function isTelephoneEvent({ encodingName }: Pick<PayloadFormat, "encodingName">): boolean {
  return encodingName?.toLowerCase() === "telephone-event";
}

function positive(value: unknown): number | undefined {
  const number = Number(value);
  return number > 0 ? number : undefined;
}
