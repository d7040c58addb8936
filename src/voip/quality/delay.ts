import type { EModelParameters } from "./parameters.js";

/** What the delay impairments take over from the other terms of G.107. */
interface Terms {
  ro: number;
  no: number;
  ist: number;
}

/** Delay below which it does no harm by itself, in ms (G.107 §7.4, mT of the default conditions). */
const UNNOTICED = 100;

/** Id = Idte + Idle + Idd, impairments by delay (G.107 §7.4, formula 7-18). */
export function delayImpairment(parameters: EModelParameters, terms: Terms): number {
  return talkerEcho(parameters, terms) + listenerEcho(parameters, terms.ro) + longDelay(parameters.ta);
}

/** Idte: who speaks hears himself again (formulas 7-19 to 7-24). */
function talkerEcho({ rlr, stmr, telr, t }: EModelParameters, { no, ist }: Terms): number {
  const terv = telr - 40 * Math.log10((1 + t / 10) / (1 + t / 150)) + 6 * Math.exp(-0.3 * t ** 2);
  const roe = -1.5 * (no - rlr);
  const re = 80 + 2.5 * ((stmr < 9 ? terv + ist / 2 : terv) - 14);
  const idte = ((roe - re) / 2 + Math.sqrt((roe - re) ** 2 / 4 + 100) - 1) * (1 - Math.exp(-t));
  return stmr > 20 ? Math.hypot(idte, ist) : idte;
}

/** Idle: who listens hears the other twice (formulas 7-25 and 7-26). */
function listenerEcho({ wepl, tr }: EModelParameters, ro: number): number {
  const rle = 10.5 * (wepl + 7) * (tr + 1) ** -0.25;
  return (ro - rle) / 2 + Math.sqrt((ro - rle) ** 2 / 4 + 169);
}

/** Idd: too long a way for talking in turns, even without echo (formulas 7-27 and 7-28). */
function longDelay(ta: number): number {
  if (ta <= UNNOTICED) return 0;
  const x = Math.log2(ta / UNNOTICED);
  return 25 * ((1 + x ** 6) ** (1 / 6) - 3 * (1 + (x / 3) ** 6) ** (1 / 6) + 2);
}
