const BARS = "▁▂▃▄▅▆▇█";

/** A series in one line of text: the highest value of each of so many stretches, from zero (or the lowest, below). */
export function sparkline(values: ArrayLike<number>, columns = 60): string {
  const count = Math.min(columns, values.length);
  const peaks = Array.from({ length: count }, (_, column) => {
    let peak = Number.NEGATIVE_INFINITY;
    const end = Math.floor(((column + 1) * values.length) / count);
    for (let i = Math.floor((column * values.length) / count); i < end; i++) {
      if (values[i]! > peak && values[i]! < Number.POSITIVE_INFINITY) peak = values[i]!;
    }
    return peak;
  });
  const finite = peaks.filter((peak) => Number.isFinite(peak));
  const floor = Math.min(0, ...finite);
  const span = Math.max(floor, ...finite) - floor || 1;
  const bar = (peak: number) => BARS[Math.round(((peak - floor) / span) * (BARS.length - 1))];
  return peaks.map((peak) => (Number.isFinite(peak) ? bar(peak) : " ")).join("");
}
