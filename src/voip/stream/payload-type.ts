const COMFORT_NOISE = 13;
const COMFORT_NOISE_OLD = 19;

/** Comfort noise: RFC 3389's static payload type, or the one used before it was assigned. */
export function isComfortNoise(payloadType: number): boolean {
  return payloadType === COMFORT_NOISE || payloadType === COMFORT_NOISE_OLD;
}

/** Name and RTP clock in Hz of the static payload types (RFC 3551 §6); names are those of Wireshark's RTP Streams. */
const STATIC: Readonly<Record<number, readonly [name: string, clockRate: number]>> = {
  0: ["g711U", 8000],
  1: ["fs-1016", 8000],
  2: ["g721", 8000],
  3: ["GSM", 8000],
  4: ["g723", 8000],
  5: ["DVI4 8k", 8000],
  6: ["DVI4 16k", 16000],
  7: ["Exp. from Xerox PARC", 8000],
  8: ["g711A", 8000],
  9: ["g722", 8000], // sampled at 16 kHz, clocked at 8 kHz: RFC 3551 §4.5.2
  10: ["16-bit audio, stereo", 44100],
  11: ["16-bit audio, monaural", 44100],
  12: ["Qualcomm", 8000],
  13: ["CN", 8000],
  14: ["MPEG-I/II Audio", 90000],
  15: ["g728", 8000],
  16: ["DVI4 11k", 11025],
  17: ["DVI4 22k", 22050],
  18: ["g729", 8000],
  19: ["CN(old)", 8000],
  25: ["CellB", 90000],
  26: ["JPEG", 90000],
  28: ["NV", 90000],
  31: ["h261", 90000],
  32: ["MPEG-I/II Video", 90000],
  33: ["MPEG-II streams", 90000],
  34: ["h263", 90000],
};

/** What Wireshark calls dynamic payload types that it decodes by preference when no SDP names them. */
const BY_PREFERENCE: Readonly<Record<number, string>> = {
  99: "rtp.rfc2198",
  100: "rtpevent",
  101: "rtpevent",
};

const FIRST_DYNAMIC = 96;

/**
 * A payload type as Wireshark's RTP Streams names it. `announced` is the encoding name of SDP's `a=rtpmap`; as in
 * Wireshark it counts for dynamic payload types only (96 and up).
 */
export function payloadShortName(payloadType: number, announced?: string): string {
  if (payloadType >= FIRST_DYNAMIC) {
    return announced ?? BY_PREFERENCE[payloadType] ?? `RTPType-${payloadType}`;
  }
  const known = STATIC[payloadType];
  if (known) return known[0];
  // RTCP's packet types 200 to 204 without their top bit (RFC 5761 §4).
  const conflictsWithRtcp = payloadType >= 72 && payloadType <= 76;
  return conflictsWithRtcp ? "Reserved for RTCP conflict avoidance" : "Unassigned";
}

/**
 * The clock in Hz by which Wireshark measures a packet's jitter, 0 where it does not: unassigned payload types,
 * dynamic ones without SDP, and telephone-event, whose timestamp stands still during an event (RFC 4733 §2.2.1).
 * `announced` is the encoding of SDP's `a=rtpmap`.
 */
export function payloadClockRate(
  payloadType: number,
  announced?: { name: string; clockRate: number },
): number {
  if (payloadType < FIRST_DYNAMIC) return STATIC[payloadType]?.[1] ?? 0;
  if (!announced || isTelephoneEvent(announced.name)) return 0;
  return announced.clockRate;
}

/** Whether an encoding name of SDP is that of events (RFC 4733 §7.1.1), by its beginning as in Wireshark. */
export function isTelephoneEvent(encodingName: string): boolean {
  return encodingName.toLowerCase().startsWith("telephone-event");
}
