/** A stretch of time, in the unit that its holder says. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where spans of both lists are; each list in order, its spans apart. */
export function intersections(a: readonly Span[], b: readonly Span[]): Span[] {
  const both: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const start = Math.max(a[i].start, b[j].start);
    const end = Math.min(a[i].end, b[j].end);
    if (end > start) both.push({ start, end });
    if (a[i].end <= b[j].end) i++;
    else j++;
  }
  return both;
}

/** Where no span of any list is, from 0 to an end. */
export function between(lists: readonly (readonly Span[])[], end: number): Span[] {
  const all = lists.flat().sort((a, b) => a.start - b.start);
  const free: Span[] = [];
  let from = 0;
  for (const span of all) {
    if (span.start > from) free.push({ start: from, end: Math.min(span.start, end) });
    from = Math.max(from, span.end);
  }
  if (end > from) free.push({ start: from, end });
  return free;
}
