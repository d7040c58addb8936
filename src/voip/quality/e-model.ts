import { delayImpairment } from "./delay.js";
import { DEFAULTS, type EModelParameters } from "./parameters.js";

/** The transmission rating R and what it is made of (G.107, formula 7-1). */
export interface Rating {
  /** Basic signal-to-noise ratio. */
  ro: number;
  /** Impairments that come with the voice: loudness, sidetone, quantization. */
  is: number;
  /** Impairments by delay: talker echo, listener echo, too long a way. */
  id: number;
  /** Impairments by equipment: the codec, and packets lost. */
  ieEff: number;
  /** What the user forgives. */
  a: number;
  /** Ro − Is − Id − Ie,eff + A. */
  r: number;
}

/** The rating of a connection by the E-model, ITU-T G.107 §7; what is not given has the value of G.107's table 2. */
export function rating(given: Partial<EModelParameters> = {}): Rating {
  const parameters = { ...DEFAULTS, ...given };
  const no = noise(parameters);
  const ro = 15 - 1.5 * (parameters.slr + no); // (7-2)
  const ist = sidetone(parameters);
  const is = loudness(parameters, no) + ist + quantization(parameters, ro); // (7-8)
  const id = delayImpairment(parameters, { ro, no, ist });
  const ieEff = effectiveEquipmentImpairment(parameters);
  const { a } = parameters;
  return { ro, is, id, ieEff, a, r: ro - is - id - ieEff + a };
}

/** Ie,eff (G.107 §7.5, formula 7-29): the codec's own impairment, and more of it with every packet lost. */
export function effectiveEquipmentImpairment({
  ie,
  bpl,
  ppl,
  burstR,
}: Pick<EModelParameters, "ie" | "bpl" | "ppl" | "burstR">): number {
  return ppl === 0 ? ie : ie + (95 - ie) * (ppl / (ppl / burstR + bpl));
}

/** No, the sum of all noise (G.107 §7.2, formulas 7-3 to 7-7), in dBm0p. */
function noise({ slr, rlr, lstr, ds, nc, nfor, ps, pr }: EModelParameters): number {
  const olr = slr + rlr;
  const nos = ps - slr - ds - 100 + 0.004 * (ps - olr - ds - 14) ** 2;
  const pre = pr + 10 * Math.log10(1 + 10 ** ((10 - lstr) / 10));
  const nor = rlr - 121 + pre + 0.008 * (pre - 35) ** 2;
  const nfo = nfor + rlr;
  return 10 * Math.log10([nc, nos, nor, nfo].reduce((sum, level) => sum + 10 ** (level / 10), 0));
}

/** Iolr, too loud or too soft (G.107 §7.3.1, formulas 7-9 and 7-10). */
function loudness({ slr, rlr }: EModelParameters, no: number): number {
  const x = (slr + rlr + 0.2 * (64 + no - rlr)) / 8;
  return 20 * (root(x, 8) - x);
}

/** Ist, sidetone that is not as it should be (G.107 §7.3.2, formulas 7-11 and 7-12). */
function sidetone({ stmr, t, telr }: EModelParameters): number {
  const stmro = -10 * Math.log10(10 ** (-stmr / 10) + Math.exp(-t / 4) * 10 ** (-telr / 10));
  return (
    12 * root((stmro - 13) / 6, 8) - 28 * root((stmro + 1) / 19.4, 35) - 13 * root((stmro - 3) / 33, 13) + 29
  );
}

/** Iq, quantization (G.107 §7.3.3, formulas 7-13 to 7-17). */
function quantization({ qdu }: EModelParameters, ro: number): number {
  const q = 37 - 15 * Math.log10(qdu);
  const g = 1.07 + 0.258 * q + 0.0602 * q ** 2;
  const y = (ro - 100) / 15 + 46 / 8.4 - g / 9;
  const z = 46 / 30 - g / 40;
  return 15 * Math.log10(1 + 10 ** y + 10 ** z);
}

/** The n-th root of 1 + xⁿ. */
function root(x: number, n: number): number {
  return (1 + x ** n) ** (1 / n);
}
