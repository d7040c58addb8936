/** An SSRC as Wireshark's RTP Streams prints it: `0x2CF77874`. */
export function ssrcText(ssrc: number): string {
  return `0x${ssrc.toString(16).toUpperCase().padStart(8, "0")}`;
}
