/** Units in which exercises ask. */
export type Unit = "s" | "ms" | "byte" | "%" | "kbit/s";

/** How units are written, and what they are worth in the unit by which they are measured. */
const SPELLINGS: readonly (readonly [spelling: RegExp, dimension: string, factor: number])[] = [
  [/^(?:s|sec|secs|secondes?|seconds?)$/, "time", 1],
  [/^(?:ms|msec|millisecondes?|milliseconds?)$/, "time", 1e-3],
  [/^(?:µs|us|\u03bcs|microsecondes?|microseconds?)$/, "time", 1e-6],
  [/^(?:min|minutes?)$/, "time", 60],
  [/^(?:o|octets?|b|bytes?)$/, "size", 1],
  [/^(?:bits?)$/, "size", 1 / 8],
  [/^(?:%|percent|pct|pour ?cents?)$/, "share", 1],
  [/^(?:bit\/s|bits\/s|bps|b\/s)$/, "rate", 1],
  [/^(?:kbit\/s|kbits\/s|kbps|kb\/s)$/, "rate", 1e3],
  [/^(?:mbit\/s|mbits\/s|mbps|mb\/s)$/, "rate", 1e6],
  [/^(?:ko\/s)$/, "rate", 8e3],
];

/** A number said in one unit, in another: undefined where they measure different things. Unknown words change nothing. */
export function inUnit(value: number, said: string, wanted: Unit | undefined): number | undefined {
  const from = find(said.toLowerCase());
  const to = wanted === undefined ? undefined : find(wanted);
  if (!from) return value;
  if (!to) return from[1] === "size" ? value : undefined;
  return from[1] === to[1] ? (value * from[2]) / to[2] : undefined;
}

function find(spelling: string) {
  return SPELLINGS.find(([pattern]) => pattern.test(spelling));
}
