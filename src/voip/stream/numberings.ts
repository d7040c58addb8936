/** A jump in sequence numbers that no loss explains: the sender started anew (RFC 3550 §A.1, MAX_DROPOUT). */
const RESTART = 3000;

/**
 * Sequence numbers (16 bits, in capture order) that go on counting where they wrap at 65536, a piece for each time the
 * sender started its numbering anew. Each number is taken as near as can be to the highest before it.
 */
export function numberings(sequences: ArrayLike<number>): Float64Array[] {
  const extended = new Float64Array(sequences.length);
  const pieces: Float64Array[] = [];
  let begin = 0;
  let highest = sequences[0] ?? 0;
  for (let i = 0; i < sequences.length; i++) {
    const step = ((sequences[i]! - highest) << 16) >> 16;
    if (Math.abs(step) > RESTART) {
      pieces.push(extended.subarray(begin, i));
      begin = i;
      highest = sequences[i]!;
    }
    extended[i] = i === begin ? highest : highest + step;
    highest = Math.max(highest, extended[i]!);
  }
  if (begin < sequences.length) pieces.push(extended.subarray(begin));
  return pieces;
}
