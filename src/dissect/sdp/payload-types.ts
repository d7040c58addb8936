/** A static payload type: what RFC 3551 §6 assigned. */
export interface StaticPayloadType {
  /** As Wireshark 4.0 shows it. */
  name: string;
  /** As `a=rtpmap` would name it. */
  encodingName: string;
  /** Hz; of RTP timestamps (G.722 counts 8000, RFC 3551 §4.5.2). */
  clockRate: number;
  /** 1 for video too. */
  channels: number;
}

const TABLE: [type: number, name: string, encodingName: string, clockRate: number, channels?: number][] = [
  [0, "ITU-T G.711 PCMU", "PCMU", 8000],
  [1, "USA Federal Standard FS-1016", "1016", 8000],
  [2, "ITU-T G.721", "G721", 8000],
  [3, "GSM 06.10", "GSM", 8000],
  [4, "ITU-T G.723", "G723", 8000],
  [5, "DVI4 8000 samples/s", "DVI4", 8000],
  [6, "DVI4 16000 samples/s", "DVI4", 16000],
  [7, "Experimental linear predictive encoding from Xerox PARC", "LPC", 8000],
  [8, "ITU-T G.711 PCMA", "PCMA", 8000],
  [9, "ITU-T G.722", "G722", 8000],
  [10, "16-bit uncompressed audio, stereo", "L16", 44100, 2],
  [11, "16-bit uncompressed audio, monaural", "L16", 44100],
  [12, "Qualcomm Code Excited Linear Predictive coding", "QCELP", 8000],
  [13, "Comfort noise", "CN", 8000],
  [14, "MPEG-I/II Audio", "MPA", 90000],
  [15, "ITU-T G.728", "G728", 8000],
  [16, "DVI4 11025 samples/s", "DVI4", 11025],
  [17, "DVI4 22050 samples/s", "DVI4", 22050],
  [18, "ITU-T G.729", "G729", 8000],
  [19, "Comfort noise (old)", "CN", 8000],
  [25, "Sun CellB video encoding", "CelB", 90000],
  [26, "JPEG-compressed video", "JPEG", 90000],
  [28, "'nv' program", "nv", 90000],
  [31, "ITU-T H.261", "H261", 90000],
  [32, "MPEG-I/II Video", "MPV", 90000],
  [33, "MPEG-II transport streams", "MP2T", 90000],
  [34, "ITU-T H.263", "H263", 90000],
];

const byType = new Map<number, StaticPayloadType>(
  TABLE.map(([type, name, encodingName, clockRate, channels = 1]) => [
    type,
    { name, encodingName, clockRate, channels },
  ]),
);

/** What a payload type is without signalling, or undefined where only signalling can tell. */
export function staticPayloadType(payloadType: number): StaticPayloadType | undefined {
  return byType.get(payloadType);
}

/** The name of a payload type that signalling did not name, as Wireshark 4.0 shows it; 0 to 127. */
export function payloadTypeName(payloadType: number): string {
  const known = byType.get(payloadType);
  if (known) return known.name;
  if (payloadType >= 96) return `DynamicRTP-Type-${payloadType}`;
  // 72 to 76 would read as RTCP's 200 to 204 with the marker bit set
  return payloadType >= 72 && payloadType <= 76 ? "Reserved for RTCP conflict avoidance" : "Unassigned";
}
