/** How a codec takes the loss of packets: Ie and Bpl of the E-model. */
export interface CodecImpairment {
  ie: number;
  bpl: number;
}

/**
 * G.711 in packets of 10 ms with losses at random (ITU-T G.113, appendix I): where lost packets are concealed
 * (G.711, appendix I), and where they are silence.
 */
const G711 = { concealed: { ie: 0, bpl: 25.1 }, silent: { ie: 0, bpl: 4.3 } } as const;

/** Payloads beside the voice, by Wireshark's names. */
const NO_VOICE = /^(?:CN|CN\(old\)|telephone-event|rtpevent)$/i;

/**
 * Ie and Bpl for the payloads of a stream, as RTP Streams names them; undefined for voices other than G.711.
 *
 * @param concealed whether the receiver conceals losses (PLC)
 */
export function codecImpairment(
  payloads: readonly string[],
  concealed: boolean,
): CodecImpairment | undefined {
  const voices = payloads.filter((name) => !NO_VOICE.test(name));
  if (voices.length === 0 || !voices.every((name) => name === "g711U" || name === "g711A")) return undefined;
  return concealed ? G711.concealed : G711.silent;
}
