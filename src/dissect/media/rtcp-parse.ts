import { i24, textOf, u16, u32 } from "../bytes.js";
import {
  type ExtendedReport,
  type Goodbye,
  type ReceptionReport,
  type RtcpBody,
  type RtcpPacket,
  RtcpType,
  type SourceDescription,
  type VoipMetrics,
} from "./rtcp-packet.js";

/** Wireshark takes these for RTCP; a compound packet ends at the first other one. */
const FIRST_TYPE = 192;
const LAST_TYPE = 210;

const VOIP_METRICS = 7;
const VOIP_METRICS_LENGTH = 36;

/**
 * The packets of a compound RTCP packet in `bytes[start, end)` (RFC 3550 §6.1). Nothing is thrown: a packet whose
 * counts or lengths do not fit is given as far as it goes, with `whole` false. Of an encrypted one (SRTCP) only the
 * first packet's SSRC can be read.
 */
export function parseRtcp(bytes: Uint8Array, start: number, end: number, encrypted = false): RtcpPacket[] {
  const packets: RtcpPacket[] = [];
  for (let at = start; at + 4 <= end; ) {
    const type = bytes[at + 1]!;
    if (type < FIRST_TYPE || type > LAST_TYPE) break;
    const next = at + 4 * (u16(bytes, at + 2) + 1);
    const reader = new Reader(bytes, at + 4, Math.min(next, end));
    const body = parseBody(reader, type, encrypted ? 0 : bytes[at]! & 31);
    const whole = !reader.short && next <= end;
    packets.push({ type, start: at, end: reader.end, whole, encrypted, ...body });
    if (encrypted) break;
    at = next;
  }
  return packets;
}

function parseBody(reader: Reader, type: number, count: number): RtcpBody {
  switch (type) {
    case RtcpType.senderReport:
      return {
        kind: "sender report",
        ssrc: reader.u32(),
        ntpSeconds: reader.u32(),
        ntpFraction: reader.u32(),
        rtpTimestamp: reader.u32(),
        packetCount: reader.u32(),
        octetCount: reader.u32(),
        reports: parseReports(reader, count),
      };
    case RtcpType.receiverReport:
      return { kind: "receiver report", ssrc: reader.u32(), reports: parseReports(reader, count) };
    case RtcpType.sourceDescription:
      return { kind: "source description", chunks: parseChunks(reader, count) };
    case RtcpType.goodbye:
      return parseGoodbye(reader, count);
    case RtcpType.application:
      return { kind: "application", ssrc: reader.u32(), subtype: count, name: reader.text(4) };
    case RtcpType.transportFeedback:
    case RtcpType.payloadFeedback:
      return { kind: "feedback", format: count, senderSsrc: reader.u32(), mediaSsrc: reader.u32() };
    case RtcpType.extendedReport:
      return parseExtendedReport(reader);
    default:
      return { kind: "other" };
  }
}

/**
 * Reception reports (RFC 3550 §6.4.1).
 *
 *     |                 SSRC_n (SSRC of n-th source)                  |
 *     | fraction lost |       cumulative number of packets lost       |
 *     |           extended highest sequence number received           |
 *     |                      interarrival jitter                      |
 *     |                         last SR (LSR)                         |
 *     |                   delay since last SR (DLSR)                  |
 */
function parseReports(reader: Reader, count: number): ReceptionReport[] {
  const reports: ReceptionReport[] = [];
  while (reports.length < count && reader.has(24)) {
    const ssrc = reader.u32();
    const lost = reader.at;
    reader.u32();
    reports.push({
      ssrc,
      fractionLost: reader.bytes[lost]!,
      cumulativeLost: i24(reader.bytes, lost + 1),
      highestSequence: reader.u32(),
      jitter: reader.u32(),
      lastSenderReport: reader.u32(),
      delaySinceLastSenderReport: reader.u32(),
    });
  }
  return reports;
}

/** Chunks of a source description (§6.5): an SSRC, items until a type of 0, padding to the next word. */
function parseChunks(reader: Reader, count: number): SourceDescription["chunks"] {
  const chunks: SourceDescription["chunks"] = [];
  const origin = reader.at;
  while (chunks.length < count && reader.has(4)) {
    const chunk: SourceDescription["chunks"][number] = { ssrc: reader.u32(), items: [] };
    while (reader.left > 0) {
      const type = reader.u8();
      if (type === 0) break;
      chunk.items.push({ type, text: reader.text(reader.u8()) });
    }
    reader.at = Math.min(reader.end, reader.at + ((4 - ((reader.at - origin) & 3)) & 3));
    chunks.push(chunk);
  }
  return chunks;
}

function parseGoodbye(reader: Reader, count: number): Goodbye {
  const sources: number[] = [];
  while (sources.length < count && reader.has(4)) sources.push(reader.u32());
  const reason = reader.left > 0 ? reader.text(reader.u8()) : undefined;
  return { kind: "goodbye", sources, reason };
}

/** Blocks of a type, a type-specific byte and a length in words (RFC 3611 §3). */
function parseExtendedReport(reader: Reader): ExtendedReport {
  const report: ExtendedReport = { kind: "extended report", ssrc: reader.u32(), blocks: [], voipMetrics: [] };
  while (reader.left >= 4) {
    const start = reader.at;
    const stop = start + 4 * (u16(reader.bytes, start + 2) + 1);
    if (!reader.has(stop - start)) break;
    const type = reader.bytes[start]!;
    report.blocks.push({ type, start, end: stop });
    if (type === VOIP_METRICS && stop - start >= VOIP_METRICS_LENGTH) {
      report.voipMetrics.push(voipMetrics(reader.bytes, start));
    }
    reader.at = stop;
  }
  return report;
}

function voipMetrics(bytes: Uint8Array, at: number): VoipMetrics {
  return {
    ssrc: u32(bytes, at + 4),
    lossRate: bytes[at + 8]!,
    discardRate: bytes[at + 9]!,
    burstDensity: bytes[at + 10]!,
    gapDensity: bytes[at + 11]!,
    burstDuration: u16(bytes, at + 12),
    gapDuration: u16(bytes, at + 14),
    roundTripDelay: u16(bytes, at + 16),
    endSystemDelay: u16(bytes, at + 18),
    rFactor: bytes[at + 24]!,
    mosListening: bytes[at + 26]!,
    mosConversational: bytes[at + 27]!,
  };
}

/** Reads on through a packet; past its end everything is 0, and `short` says so. */
class Reader {
  short = false;

  constructor(
    readonly bytes: Uint8Array,
    public at: number,
    readonly end: number,
  ) {}

  get left(): number {
    return this.end - this.at;
  }

  has(length: number): boolean {
    if (this.left >= length) return true;
    this.short = true;
    return false;
  }

  u8(): number {
    return this.has(1) ? this.bytes[this.at++]! : 0;
  }

  u32(): number {
    if (!this.has(4)) return 0;
    this.at += 4;
    return u32(this.bytes, this.at - 4);
  }

  text(length: number): string {
    const from = this.at;
    this.at += this.has(length) ? length : this.left;
    return textOf(this.bytes, from, this.at);
  }
}
