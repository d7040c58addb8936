import { numberings } from "./numberings.js";

/** What became of the packets that a stream's sender numbered. */
export interface Arrivals {
  /** Different packets that arrived. */
  readonly distinct: number;
  /** Copies of packets already there. */
  readonly duplicates: number;
  /** Numbers between the lowest and the highest that never arrived. */
  readonly missing: number;
  /** Packets that arrived after one with a higher number, copies not counted. */
  readonly late: number;
  /** Times the numbering started anew; missing packets are counted within each numbering. */
  readonly restarts: number;
}

/**
 * Tells losses, duplicates and late packets apart, which `StreamStatistics.lost` (Wireshark's figure) adds up:
 * there a duplicate hides a loss. `sequences`: the 16-bit sequence numbers in capture order.
 */
export function countArrivals(sequences: ArrayLike<number>): Arrivals {
  const pieces = numberings(sequences);
  const total = { distinct: 0, duplicates: 0, missing: 0, late: 0, restarts: Math.max(0, pieces.length - 1) };
  for (const numbers of pieces) tally(numbers, total);
  return total;
}

/** Adds one numbering's packets; sorts them in place. */
function tally(numbers: Float64Array, total: { -readonly [key in keyof Arrivals]: number }): void {
  const late = countBelowHighest(numbers);
  numbers.sort();
  let distinct = 1;
  for (let i = 1; i < numbers.length; i++) if (numbers[i] !== numbers[i - 1]) distinct++;
  const duplicates = numbers.length - distinct;
  total.distinct += distinct;
  total.duplicates += duplicates;
  total.missing += numbers[numbers.length - 1]! - numbers[0]! + 1 - distinct;
  total.late += late - duplicates;
}

/** Every packet that is not a new highest: late ones and duplicates. */
function countBelowHighest(numbers: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  let below = 0;
  for (const number of numbers) {
    if (number > highest) highest = number;
    else below++;
  }
  return below;
}
