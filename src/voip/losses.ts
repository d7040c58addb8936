import { numberings } from "./stream/index.js";

/**
 * How many packets are missing just before each packet: those whose numbers it skips and that never came, late ones
 * left out. `sequence` holds the RTP sequence numbers in the order of arrival, which wrap at 65536 (RFC 3550 §A.1);
 * where the sender starts its numbering anew, nothing is missing.
 */
export function lossesBefore(sequence: ArrayLike<number>): Uint32Array {
  const lost = new Uint32Array(sequence.length);
  let begin = 0;
  for (const numbers of numberings(sequence)) {
    const received = Float64Array.from(new Set(numbers)).sort();
    const rank = new Map(Array.from(received, (number, index) => [number, index]));
    let highest = numbers[0]!;
    for (const [i, number] of numbers.entries()) {
      if (number <= highest) continue;
      lost[begin + i] = number - highest - (rank.get(number)! - rank.get(highest)!);
      highest = number;
    }
    begin += numbers.length;
  }
  return lost;
}
