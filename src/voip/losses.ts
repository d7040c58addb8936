/**
 * How many packets are missing just before each packet: those whose numbers it skips and that never came, late ones
 * left out. `sequence` holds the RTP sequence numbers in the order of arrival, which wrap at 65536 (RFC 3550 §A.1).
 */
export function lossesBefore(sequence: ArrayLike<number>): Uint32Array {
  const extended = unwrapped(sequence);
  const received = Float64Array.from(new Set(extended)).sort();
  const rank = new Map(Array.from(received, (number, index) => [number, index]));
  const lost = new Uint32Array(sequence.length);
  let highest = extended[0] ?? 0;
  for (const [i, number] of extended.entries()) {
    if (number <= highest) continue;
    const skipped = number - highest;
    lost[i] = skipped - (rank.get(number)! - rank.get(highest)!);
    highest = number;
  }
  return lost;
}

/** Numbers that go on counting where the sequence wraps; each is taken as near as can be to the highest so far. */
function unwrapped(sequence: ArrayLike<number>): Float64Array {
  const extended = new Float64Array(sequence.length);
  let highest = sequence[0] ?? 0;
  for (let i = 0; i < sequence.length; i++) {
    const step = ((sequence[i]! - highest) << 16) >> 16;
    extended[i] = highest + step;
    highest = Math.max(highest, highest + step);
  }
  return extended;
}
