/** Least, mean and greatest of a measure over a stream, in ms. */
export interface Spread {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/** How many cells a spread takes. */
export const SPREAD_CELLS = 3;

const MIN = 0;
const MEAN = 1;
const MAX = 2;

/** Empties the spread at `cells[at]`. */
export function beginSpread(cells: Float64Array, at: number): void {
  cells[at + MIN] = Number.POSITIVE_INFINITY;
  cells[at + MEAN] = 0;
  cells[at + MAX] = 0;
}

/**
 * Adds a value to the spread at `cells[at]` as Wireshark does: the greatest is never below 0, and the mean gives a
 * value the weight 1/n, n being the `intervals` between packets so far, this one and those that were left out of the
 * measure included.
 */
export function addToSpread(cells: Float64Array, at: number, value: number, intervals: number): void {
  if (value < cells[at + MIN]!) cells[at + MIN] = value;
  if (value > cells[at + MAX]!) cells[at + MAX] = value;
  cells[at + MEAN] = (cells[at + MEAN]! * (intervals - 1) + value) / intervals;
}

/** The spread at `cells[at]`, undefined where no value was added. */
export function spreadAt(cells: Float64Array, at: number): Spread | undefined {
  const min = cells[at + MIN]!;
  if (min === Number.POSITIVE_INFINITY) return undefined;
  return { min, mean: cells[at + MEAN]!, max: cells[at + MAX]! };
}
