import { join, long, text, word } from "./bytes.js";

export interface RtpHeader {
  payloadType?: number;
  marker?: boolean;
  sequence: number;
  timestamp: number;
  ssrc: number;
}

/** An RTP packet without padding, extension or contributing sources (RFC 3550 §5.1). */
export function rtp(header: RtpHeader, payload: Uint8Array): Uint8Array {
  const { payloadType = 0, marker = false, sequence, timestamp, ssrc } = header;
  return join(
    [0x80, (marker ? 0x80 : 0) | payloadType],
    ...[word(sequence), long(timestamp), long(ssrc), payload],
  );
}

/** What a report says of a source (RFC 3550 §6.4.1). */
export interface ReportBlock {
  ssrc: number;
  highestSequence: number;
  /** In timestamp units. */
  jitter: number;
  /** The middle 32 bits of the source's last sender report's time. */
  lastReport: number;
  /** Since that report, in 1/65536 s. */
  delay: number;
}

/** What a sender says of itself (RFC 3550 §6.4.1). */
export interface SenderInfo {
  /** NTP time, 64 bits. */
  time: bigint;
  timestamp: number;
  packets: number;
  octets: number;
}

/** A sender report, or a receiver report when nothing was sent, with one block in which nothing is lost. */
export function report(ssrc: number, sender: SenderInfo | undefined, block: ReportBlock): Uint8Array {
  const info = sender && [
    long(Number(sender.time >> 32n)),
    long(Number(sender.time & 0xffff_ffffn)),
    ...[sender.timestamp, sender.packets, sender.octets].map(long),
  ];
  const { highestSequence, jitter, lastReport, delay } = block;
  const fields = [block.ssrc, 0, highestSequence, jitter, lastReport, delay].map(long);
  return rtcp(1, sender ? 200 : 201, join(long(ssrc), ...(info ?? []), ...fields));
}

/** A source description with a CNAME (RFC 3550 §6.5). */
export function description(ssrc: number, name: string): Uint8Array {
  const item = join(long(ssrc), [1, name.length], text(name));
  return rtcp(1, 202, join(item, new Uint8Array(4 - (item.length % 4))));
}

/** RFC 3550 §6.6. */
export const goodbye = (ssrc: number): Uint8Array => rtcp(1, 203, long(ssrc));

function rtcp(count: number, type: number, body: Uint8Array): Uint8Array {
  return join([0x80 | count, type], word(body.length / 4), body);
}
