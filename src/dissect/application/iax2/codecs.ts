/** A codec by its bit in masks of formats (RFC 5456 §8.7). */
export interface Iax2Codec {
  bit: number;
  /** As it ends Wireshark's filter name, `iax2.cap.ulaw`. */
  key: string;
  name: string;
  /** As Wireshark names it among capabilities, where that is another name. */
  capability?: string;
}

export const CODECS: readonly Iax2Codec[] = [
  { bit: 0, key: "g723_1", name: "G.723.1 compression" },
  { bit: 1, key: "gsm", name: "GSM compression" },
  { bit: 2, key: "ulaw", name: "Raw mu-law data (G.711)" },
  { bit: 3, key: "alaw", name: "Raw A-law data (G.711)" },
  {
    bit: 4,
    key: "g726_aal2",
    name: "ADPCM (G.726), 32kbps, AAL2 codeword packing)",
    capability: "ADPCM (G.726, 32kbps, AAL2 codeword packing)",
  },
  { bit: 5, key: "adpcm", name: "ADPCM (IMA)", capability: "ADPCM" },
  { bit: 6, key: "slinear", name: "Raw 16-bit Signed Linear (8000 Hz) PCM" },
  { bit: 7, key: "lpc10", name: "LPC10, 180 samples/frame" },
  { bit: 8, key: "g729a", name: "G.729a Audio" },
  { bit: 9, key: "speex", name: "SpeeX Free Compression" },
  { bit: 10, key: "ilbc", name: "iLBC Free Compression" },
  { bit: 11, key: "g726", name: "ADPCM (G.726, 32kbps, RFC3551 codeword packing)" },
  { bit: 12, key: "g722", name: "G.722" },
  { bit: 13, key: "siren7", name: "G.722.1 (also known as Siren7, 32kbps assumed)" },
  { bit: 14, key: "siren14", name: "G.722.1 Annex C (also known as Siren14, 48kbps assumed)" },
  { bit: 15, key: "slinear16", name: "Raw 16-bit Signed Linear (16000 Hz) PCM" },
  { bit: 16, key: "jpeg", name: "JPEG Images", capability: "JPEG images" },
  { bit: 17, key: "png", name: "PNG Images", capability: "PNG images" },
  { bit: 18, key: "h261", name: "H.261 Video", capability: "H.261 video" },
  { bit: 19, key: "h263", name: "H.263 Video", capability: "H.263 video" },
  { bit: 20, key: "h263_plus", name: "H.263+ Video", capability: "H.263+ video" },
  { bit: 21, key: "h264", name: "H.264 Video", capability: "H.264 video" },
  { bit: 22, key: "mpeg4", name: "MPEG4 Video", capability: "MPEG4 video" },
  { bit: 23, key: "vp8", name: "VP8 Video", capability: "VP8 video" },
  { bit: 26, key: "t140_red", name: "T.140 RED Text format RFC 4103" },
  { bit: 27, key: "t140", name: "T.140 Text format - ITU T.140, RFC 4103" },
  { bit: 32, key: "g719", name: "G.719 (64 kbps assumed)" },
  { bit: 33, key: "speex16", name: "SpeeX Wideband (16kHz) Free Compression" },
  { bit: 34, key: "opus", name: "Opus audio (8kHz, 16kHz, 24kHz, 48Khz)" },
  { bit: 47, key: "testlaw", name: "Raw testing-law data (G.711)" },
];
