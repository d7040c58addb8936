/** The last entry of a list in the order of frames that was made by a frame, or before it. */
export function latest<T extends { readonly frame: number }>(
  list: readonly T[],
  frame: number,
): T | undefined {
  const last = list.at(-1);
  if (last === undefined || last.frame <= frame) return last; // as always on the first pass
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.frame > frame) high = middle;
    else low = middle + 1;
  }
  return list[low - 1];
}
