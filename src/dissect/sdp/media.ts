import type { SessionDescription as Transformed, MediaDescription as TransformedMedia } from "sdp-transform";
import { type PayloadFormat, readFormats } from "./formats.js";
import { LONGEST_LINE, type SdpLine } from "./lines.js";

/** From the view of the one whose description it is (RFC 8866 §6.7). */
export type Direction = "sendrecv" | "sendonly" | "recvonly" | "inactive";

/** An SDES key (RFC 4568). */
export interface Crypto {
  tag: number;
  /** `AES_CM_128_HMAC_SHA1_80` */
  suite: string;
  /** `inline:` and the key, as written. */
  keys: string;
}

/** What an `m=` section (RFC 8866 §5.14) says of where its media is received, by which protocol. */
export interface Receiver {
  /** `audio`, `video`, `image`, `application` … */
  type: string;
  /** 0 = not wanted (RFC 3264 §6). */
  port: number;
  /** Ports taken, two apart for RTP; 1 but for layered streams. */
  portCount: number;
  /** `RTP/AVP`, `RTP/SAVP`, `udptl` … as written. */
  protocol: string;
  /** Formats as the `m=` line lists them: payload types for RTP, `t38` and such else. */
  formatNames: string[];
  /** Where to send, without a multicast TTL; undefined where no `c=` says so. */
  address: string | undefined;
  /** Where RTCP is to be sent: as `a=rtcp` says (RFC 3605), else one port up; RTP alone has it. */
  rtcp: { address: string | undefined; port: number } | undefined;
  /** RTCP may share the port (RFC 5761). */
  rtcpMux: boolean;
  /** Whether RTP is encrypted: RTP/SAVP and its like. */
  encrypted: boolean;
  /** Where the candidates for RTP over UDP are. */
  candidateEndpoints: { address: string; port: number }[];
}

/** One `m=` section with what the session says for all of them. */
export interface MediaDescription extends Receiver {
  /** The payload types of RTP, in the order of preference; empty for other protocols. */
  formats: PayloadFormat[];
  direction: Direction;
  /** Whether the other side is put on hold: `sendonly`, `inactive`, or the old way, address 0.0.0.0 (RFC 3264 §8.4). */
  hold: boolean;
  crypto: Crypto[];
  /** Of the DTLS certificate, `SHA-256 4A:AD:…` (RFC 8122). */
  fingerprint: string | undefined;
  /** Milliseconds of media a packet. */
  ptime: number | undefined;
  /** How many ICE candidates it lists (RFC 8839). */
  candidates: number;
  /** The `m=` line and those after it, counted from the description's first byte. */
  start: number;
  end: number;
}

/** The attributes of an `m=` section that say where its media is received, as sdp-transform found them. */
export type Attributes = Pick<TransformedMedia, "rtp" | "fmtp" | "rtcp" | "rtcpMux" | "candidates">;

/** Reads an `m=` section: its own line here, the attributes as sdp-transform found them. */
export function readMedia(
  lines: readonly SdpLine[],
  media: TransformedMedia,
  session: Transformed,
): MediaDescription {
  const connection = media.connection ?? session.connection;
  const address = connection && withoutTtl(String(connection.ip));
  const direction = media.direction ?? session.direction ?? "sendrecv";
  const fingerprint = media.fingerprint ?? session.fingerprint;
  const receiver = readReceiver(lines[0]!.value, media, address);
  return {
    ...receiver,
    formats: receiver.rtcp ? readFormats(receiver.formatNames, media) : [],
    direction,
    hold: direction === "sendonly" || direction === "inactive" || address === "0.0.0.0",
    crypto: (media.crypto ?? []).map(({ id, suite, config }) => ({
      tag: Number(id),
      suite: String(suite),
      keys: String(config),
    })),
    fingerprint: fingerprint && `${fingerprint.type} ${fingerprint.hash}`,
    ptime: media.ptime === undefined || Number.isNaN(Number(media.ptime)) ? undefined : Number(media.ptime),
    candidates: media.candidates?.length ?? 0,
    start: lines[0]!.start,
    end: lines.at(-1)!.end,
  };
}

/** Where the media of an `m=` line is received. */
export function readReceiver(line: string, media: Attributes, address: string | undefined): Receiver {
  const words = line.slice(0, LONGEST_LINE).trim().split(/\s+/);
  const ports = /^(\d+)(?:\/(\d+))?$/.exec(words[1] ?? ""); // `49170` or `49170/2`
  const number = Number(ports?.[1] ?? 0);
  const port = number <= 0xffff ? number : 0;
  const protocol = words[2] ?? "";
  const rtp = /^(?:UDP\/|TCP\/)?(?:TLS\/|DTLS\/)?RTP\//i.test(protocol);
  return {
    type: words[0]!,
    port,
    portCount: Number(ports?.[2] ?? 1),
    protocol,
    formatNames: words.slice(3),
    address,
    rtcp: rtp ? readRtcp(media, address, port) : undefined,
    rtcpMux: media.rtcpMux !== undefined,
    encrypted: /\/SAVPF?$/i.test(protocol),
    candidateEndpoints: rtp && media.candidates ? readCandidates(media.candidates) : [],
  };
}

/** An address as `c=` has it, without `/ttl` or `/ttl/count` of multicast (RFC 8866 §5.7). */
export function withoutTtl(address: string): string {
  const slash = address.indexOf("/");
  return slash === -1 ? address : address.slice(0, slash);
}

/** Component 1 is RTP (RFC 8839 §5.1). */
function readCandidates(candidates: NonNullable<Attributes["candidates"]>): Receiver["candidateEndpoints"] {
  return candidates
    .filter(({ component, transport }) => Number(component) === 1 && /^udp$/i.test(String(transport)))
    .map(({ ip, port }) => ({ address: String(ip), port: Number(port) }));
}

function readRtcp(
  { rtcp }: Attributes,
  address: string | undefined,
  port: number,
): { address: string | undefined; port: number } {
  const said = Number(rtcp?.port);
  if (said > 0 && said <= 0xffff)
    return { address: rtcp?.address ? String(rtcp.address) : address, port: said };
  return { address, port: port > 0 && port < 0xffff ? port + 1 : 0 };
}
