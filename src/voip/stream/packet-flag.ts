/** What is remarkable in one packet of a stream, seen from the packets before it. Bits, to be combined. */
export const PacketFlag = {
  first: 1,
  /** The marker bit: for audio, the first packet of a talkspurt (RFC 3551 §4.1). */
  marker: 2,
  /** Its sequence number does not follow: packets are missing before it, or it is late or a duplicate. */
  wrongSequence: 4,
  /** Its timestamp lies before that of the stream's first packet. */
  wrongTimestamp: 8,
  comfortNoise: 16,
  afterComfortNoise: 32,
  payloadTypeChange: 64,
  /** A change that is not to or from comfort noise. */
  regularPayloadTypeChange: 128,
  /** A telephone-event (RFC 4733), by SDP; not told of a stream's first packet. */
  event: 256,
} as const;

/** The one thing to say of a packet in a table: what Wireshark's RTP Stream Analysis puts into its status column. */
export type PacketStatus =
  | "comfort-noise"
  | "wrong-sequence"
  | "payload-type-change"
  | "wrong-timestamp"
  | "marker-missing"
  | "event"
  | "ok";

/** The status for a packet's `PacketFlag`s, in Wireshark's order of gravity. */
export function packetStatus(flags: number): PacketStatus {
  if (flags & PacketFlag.comfortNoise) return "comfort-noise";
  if (flags & PacketFlag.wrongSequence) return "wrong-sequence";
  if (flags & PacketFlag.regularPayloadTypeChange) return "payload-type-change";
  if (flags & PacketFlag.wrongTimestamp) return "wrong-timestamp";
  // A talkspurt after silence should begin with the marker set.
  if (flags & PacketFlag.afterComfortNoise && !(flags & PacketFlag.marker)) return "marker-missing";
  if (flags & PacketFlag.event) return "event";
  return "ok";
}
