const BARS = "▁▂▃▄▅▆▇█";

/** A series in one line of text: the highest value of each of so many stretches, from zero to the highest of all. */
export function sparkline(values: ArrayLike<number>, columns = 60): string {
  const count = Math.min(columns, values.length);
  const peaks = Array.from({ length: count }, (_, column) => {
    let peak = 0;
    const end = Math.floor(((column + 1) * values.length) / count);
    for (let i = Math.floor((column * values.length) / count); i < end; i++) {
      if (values[i]! > peak && values[i]! < Number.POSITIVE_INFINITY) peak = values[i]!;
    }
    return peak;
  });
  const highest = Math.max(...peaks, Number.MIN_VALUE);
  return peaks.map((peak) => BARS[Math.round((peak / highest) * (BARS.length - 1))]).join("");
}
