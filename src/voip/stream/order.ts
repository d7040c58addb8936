import { numberings } from "./numberings.js";

/**
 * How a packet came among those with other sequence numbers: `late` after one with a higher number, `duplicate` after
 * one with its own, `restart` with a number that begins a new numbering.
 */
export type ArrivalOrder = "in order" | "late" | "duplicate" | "restart";

/** How each packet of a stream came; `sequences`: the 16-bit sequence numbers in capture order. */
export function arrivalOrder(sequences: ArrayLike<number>): ArrivalOrder[] {
  return numberings(sequences).flatMap((numbers, piece) => {
    const seen = new Set<number>();
    let highest = Number.NEGATIVE_INFINITY;
    return Array.from(numbers, (number, i): ArrivalOrder => {
      const copy = seen.has(number);
      seen.add(number);
      if (copy) return "duplicate";
      if (number < highest) return "late";
      highest = number;
      return i === 0 && piece > 0 ? "restart" : "in order";
    });
  });
}
