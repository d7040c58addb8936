/** Sequence numbers are 32 bits and wrap (RFC 9293 §3.4): what is later is so by less than half the numbers. */
export function isAfter(a: number, b: number): boolean {
  return ((b - a) | 0) < 0;
}

/** How far `a` lies after `b`; negative where it lies before. */
export function distance(a: number, b: number): number {
  return (a - b) | 0;
}
