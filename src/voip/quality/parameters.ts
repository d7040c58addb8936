/** What the E-model takes of a connection (ITU-T G.107, table 2), with its names; dB unless said. */
export interface EModelParameters {
  /** Send and receive loudness rating. */
  slr: number;
  rlr: number;
  /** Sidetone masking rating, and that of the listener's room. */
  stmr: number;
  lstr: number;
  /** D-value of the telephone, send side. */
  ds: number;
  /** Talker echo loudness rating, weighted echo path loss. */
  telr: number;
  wepl: number;
  /** Mean one-way delay of the echo path, round-trip delay in a 4-wire loop, one-way delay without echo; ms. */
  t: number;
  tr: number;
  ta: number;
  /** Quantization distortion units. */
  qdu: number;
  /** Equipment impairment factor, packet-loss robustness factor, packet loss in %, burst ratio. */
  ie: number;
  bpl: number;
  ppl: number;
  burstR: number;
  /** Circuit noise at the 0 dBr point (dBm0p), noise floor at the receiver (dBmp), room noise on each side (dB(A)). */
  nc: number;
  nfor: number;
  ps: number;
  pr: number;
  /** Advantage factor: what users forgive, as of a mobile telephone. */
  a: number;
}

/** G.107, table 2. */
export const DEFAULTS: Readonly<EModelParameters> = {
  slr: 8,
  rlr: 2,
  stmr: 15,
  lstr: 18,
  ds: 3,
  telr: 65,
  wepl: 110,
  t: 0,
  tr: 0,
  ta: 0,
  qdu: 1,
  ie: 0,
  bpl: 4.3,
  ppl: 0,
  burstR: 1,
  nc: -70,
  nfor: -64,
  ps: 35,
  pr: 35,
  a: 0,
};
