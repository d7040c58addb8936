/** Packet types (RFC 3550 §12.1, RFC 4585 §6.1, RFC 3611 §2). */
export const RtcpType = {
  senderReport: 200,
  receiverReport: 201,
  sourceDescription: 202,
  goodbye: 203,
  application: 204,
  transportFeedback: 205,
  payloadFeedback: 206,
  extendedReport: 207,
} as const;

/** What one receiver says of one source (RFC 3550 §6.4.1). */
export interface ReceptionReport {
  /** The source that is reported on. */
  ssrc: number;
  /** Lost since the last report, of 256 expected. */
  fractionLost: number;
  /** Packets lost since reception began; below 0 where duplicates came. */
  cumulativeLost: number;
  /** Highest sequence number received, with its cycles in the upper 16 bits. */
  highestSequence: number;
  /** Interarrival jitter in timestamp units. */
  jitter: number;
  /** Middle 32 bits of the NTP time in the last sender report received; 0 = none. */
  lastSenderReport: number;
  /** Since that report came, in 1/65536 s. */
  delaySinceLastSenderReport: number;
}

/** What every packet of a compound packet has. */
export interface RtcpCommon {
  /** `RtcpType`, or another packet type. */
  type: number;
  /** Where the packet lies in the frame's buffer, as long as the dissected packet is valid. */
  start: number;
  end: number;
  /** False where counts or lengths point past the packet: what could be read is there. */
  whole: boolean;
  /** SRTCP: of the payload only the first SSRC can be read. */
  encrypted: boolean;
}

/** RFC 3550 §6.4.1. */
export interface SenderReport {
  kind: "sender report";
  ssrc: number;
  /** Seconds since 1900 and their fraction in 1/2³² s (RFC 5905 §6). */
  ntpSeconds: number;
  ntpFraction: number;
  /** The same instant in the units of the RTP timestamps. */
  rtpTimestamp: number;
  packetCount: number;
  octetCount: number;
  reports: ReceptionReport[];
}

/** RFC 3550 §6.4.2. */
export interface ReceiverReport {
  kind: "receiver report";
  ssrc: number;
  reports: ReceptionReport[];
}

/** An item of a source description: `CNAME` is type 1 (RFC 3550 §6.5). */
export interface SourceDescriptionItem {
  type: number;
  text: string;
}

export interface SourceDescription {
  kind: "source description";
  chunks: { ssrc: number; items: SourceDescriptionItem[] }[];
}

/** RFC 3550 §6.6. */
export interface Goodbye {
  kind: "goodbye";
  sources: number[];
  reason: string | undefined;
}

/** RFC 3550 §6.7. */
export interface ApplicationDefined {
  kind: "application";
  ssrc: number;
  subtype: number;
  /** Four characters. */
  name: string;
}

/** Transport (205) or payload-specific (206) feedback (RFC 4585 §6.1). */
export interface Feedback {
  kind: "feedback";
  /** FMT: what is said, by packet type. */
  format: number;
  senderSsrc: number;
  mediaSsrc: number;
}

/** A VoIP Metrics block (RFC 3611 §4.7). Rates are of 256, times in ms; 127 = unavailable where RFC 3611 says so. */
export interface VoipMetrics {
  ssrc: number;
  lossRate: number;
  discardRate: number;
  burstDensity: number;
  gapDensity: number;
  burstDuration: number;
  gapDuration: number;
  roundTripDelay: number;
  endSystemDelay: number;
  rFactor: number;
  /** MOS × 10. */
  mosListening: number;
  mosConversational: number;
}

/** RFC 3611 §2. */
export interface ExtendedReport {
  kind: "extended report";
  ssrc: number;
  /** Type and place of every block. */
  blocks: { type: number; start: number; end: number }[];
  voipMetrics: VoipMetrics[];
}

export interface OtherRtcp {
  kind: "other";
}

/** What a packet holds after its header, by `kind`. */
export type RtcpBody =
  | SenderReport
  | ReceiverReport
  | SourceDescription
  | Goodbye
  | ApplicationDefined
  | Feedback
  | ExtendedReport
  | OtherRtcp;

/** One packet of a compound RTCP packet (RFC 3550 §6.1). */
export type RtcpPacket = RtcpCommon & RtcpBody;
