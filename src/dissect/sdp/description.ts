import { parse, type SessionDescription as Transformed } from "sdp-transform";
import { byteString, encode } from "../sip/byte-string.js";
import { LONGEST_LINE, readLines, type SdpLine } from "./lines.js";
import { type MediaDescription, readMedia, withoutTtl } from "./media.js";

const MEDIA_MARK = "m=audio 0 RTP/AVP 0";

/** Who made the description, and which version of it this is (RFC 8866 §5.2). */
export interface Origin {
  username: string;
  /** Digits, perhaps too many for a number. */
  sessionId: string;
  /** Digits; each new version of the same session counts up (RFC 3264 §8). */
  sessionVersion: string;
  address: string;
}

/** A session description (RFC 8866), as far as calls need it. */
export interface SessionDescription {
  origin: Origin | undefined;
  sessionName: string | undefined;
  /** The session's `c=` address, which media may override. */
  address: string | undefined;
  media: MediaDescription[];
  lines: SdpLine[];
}

/**
 * Reads a session description. What it does not understand it leaves out; it never throws.
 *
 * @param source the body of a message: bytes, or text (whose offsets are then those of its UTF-8)
 */
export function parseSdp(source: string | Uint8Array): SessionDescription {
  const lines = readLines(typeof source === "string" ? encode(source) : byteString(source));
  const session = transform(lines);
  const { origin, connection } = session;
  const starts = lines.flatMap(({ type }, index) => (type === "m" ? [index] : []));
  return {
    origin: origin && {
      username: String(origin.username),
      sessionId: String(origin.sessionId),
      sessionVersion: String(origin.sessionVersion),
      address: String(origin.address),
    },
    sessionName: session.name === undefined ? undefined : String(session.name),
    address: connection && withoutTtl(String(connection.ip)),
    media: starts.map((start, index) =>
      readMedia(lines.slice(start, starts[index + 1]), session.media[index]!, session),
    ),
    lines,
  };
}

/** Only lines of bounded length reach the library, and `m=` lines as marks alone: `readMedia` reads those. */
function transform(lines: readonly SdpLine[]): Transformed {
  const known = lines.filter(
    ({ type, value }) => type === "m" || (type !== "" && value.length <= LONGEST_LINE),
  );
  return parse(known.map(({ type, value }) => (type === "m" ? MEDIA_MARK : `${type}=${value}`)).join("\r\n"));
}
