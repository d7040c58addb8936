/** Numbers that look drawn by chance and are the same each time (Marsaglia's xorshift). */
export class Chance {
  constructor(private state: number) {}

  /** An integer from 0 up to `limit`, without it. */
  below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }

  /** An integer near 0: the sum of three, so that large ones are rare. */
  around(width: number): number {
    return this.below(width) + this.below(width) + this.below(width) - Math.floor((3 * width) / 2);
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}
