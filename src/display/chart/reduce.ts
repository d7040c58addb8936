/**
 * The points to keep of a series so that no peak is lost: per bucket of neighbours the first, the lowest, the highest
 * and the last. Gives indices in order, at most `limit` of them (all when there are no more than that).
 */
export function keptPoints(values: ArrayLike<number>, limit: number): ArrayLike<number> {
  const { length } = values;
  if (length <= limit) return Array.from({ length }, (_, i) => i);
  const buckets = Math.max(1, Math.floor(limit / 4));
  const kept: number[] = [];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = Math.floor((bucket * length) / buckets);
    const end = Math.floor(((bucket + 1) * length) / buckets);
    let low = start;
    let high = start;
    for (let i = start; i < end; i++) {
      if (values[i]! < values[low]!) low = i;
      if (values[i]! > values[high]!) high = i;
    }
    for (const i of [start, Math.min(low, high), Math.max(low, high), end - 1]) {
      if (kept.length === 0 || i > kept[kept.length - 1]!) kept.push(i);
    }
  }
  return kept;
}

/** The lowest and the highest value of each of so many buckets of neighbours, and where each bucket starts. */
export interface Envelope {
  starts: Float64Array;
  low: Float64Array;
  high: Float64Array;
}

export function envelope(values: ArrayLike<number>, buckets: number): Envelope {
  const count = Math.max(1, Math.min(buckets, values.length));
  const shape = {
    starts: new Float64Array(count),
    low: new Float64Array(count),
    high: new Float64Array(count),
  };
  for (let bucket = 0; bucket < count; bucket++) {
    const start = Math.floor((bucket * values.length) / count);
    const end = Math.floor(((bucket + 1) * values.length) / count);
    let low = values[start] ?? 0;
    let high = low;
    for (let i = start + 1; i < end; i++) {
      const value = values[i]!;
      if (value < low) low = value;
      else if (value > high) high = value;
    }
    shape.starts[bucket] = start;
    shape.low[bucket] = low;
    shape.high[bucket] = high;
  }
  return shape;
}

/** Values at some indices, rounded to so many significant digits: a chart needs no more, and they are its bytes. */
export function picked(
  values: ArrayLike<number>,
  indices: ArrayLike<number>,
  digits: number,
): (number | null)[] {
  return Array.from(indices, (i) => rounded(values[i]!, digits));
}

/** `null`, which Plotly draws as a gap, for what is no finite number. */
export function rounded(value: number, digits = 6): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(digits)) : null;
}
