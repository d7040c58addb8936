import { numberings } from "../stream/index.js";

/** What the packets of a stream show up to a moment, as the receiver would report it (RFC 3550 §A.3). */
export interface SeenSoFar {
  /** Packets; copies count, as in the receiver's own figure. */
  received: number;
  /** Expected − received: below 0 where copies came. */
  lost: number;
}

/**
 * Counts a stream's packets up to each of some moments; where the sender starts its numbering anew, none is lost.
 *
 * @param times of the packets in ns, ascending, and their 16-bit sequence numbers
 * @param moments in ns, ascending
 */
export function seenUpTo(
  times: ArrayLike<number>,
  sequences: ArrayLike<number>,
  moments: readonly number[],
): SeenSoFar[] {
  const pieces = numberings(sequences);
  const seen: SeenSoFar[] = [];
  let received = 0;
  let expected = 0;
  let [piece, within] = [0, 0];
  let [lowest, highest] = [0, -1];
  for (const moment of moments) {
    for (; received < times.length && times[received]! <= moment; received++) {
      if (within === pieces[piece]!.length) {
        expected += highest - lowest + 1;
        [piece, within] = [piece + 1, 0];
      }
      const number = pieces[piece]![within]!;
      lowest = within === 0 ? number : Math.min(lowest, number);
      highest = within === 0 ? number : Math.max(highest, number);
      within++;
    }
    seen.push({ received, lost: expected + highest - lowest + 1 - received });
  }
  return seen;
}
