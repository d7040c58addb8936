/** Where a pattern fits best in a signal, and how well: 1 is the same but for loudness, 0 nothing in common. */
export interface Fit {
  at: number;
  correlation: number;
}

/** Normalised cross-correlation of a pattern with a signal, at every place from `from` up to `to`. */
export function bestFit(
  pattern: ArrayLike<number>,
  signal: ArrayLike<number>,
  from: number,
  to: number,
): Fit {
  let best: Fit = { at: from, correlation: Number.NEGATIVE_INFINITY };
  for (let at = from; at <= to; at++) {
    const correlation = correlate(pattern, signal, at);
    if (correlation > best.correlation) best = { at, correlation };
  }
  return best;
}

function correlate(pattern: ArrayLike<number>, signal: ArrayLike<number>, at: number): number {
  let product = 0;
  let patternEnergy = 0;
  let signalEnergy = 0;
  for (let i = 0; i < pattern.length; i++) {
    product += pattern[i] * signal[at + i];
    patternEnergy += pattern[i] ** 2;
    signalEnergy += signal[at + i] ** 2;
  }
  return product / Math.sqrt(patternEnergy * signalEnergy || 1);
}
