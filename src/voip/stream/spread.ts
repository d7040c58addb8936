/** Least, mean and greatest of a measure over a stream, in ms. */
export interface Spread {
  readonly min: number;
  readonly mean: number;
  readonly max: number;
}

/**
 * A spread as Wireshark keeps it: the greatest is never below 0, and the mean gives a value the weight 1/n, n being the
 * intervals between packets so far, those that were left out of the measure included.
 */
export class RunningSpread implements Spread {
  min = Number.POSITIVE_INFINITY;
  mean = 0;
  max = 0;

  /** Takes a value; `intervals` counts this one too. */
  add(value: number, intervals: number): void {
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    this.mean = (this.mean * (intervals - 1) + value) / intervals;
  }

  get measured(): boolean {
    return this.min !== Number.POSITIVE_INFINITY;
  }
}
