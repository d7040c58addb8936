const NANOSECONDS = 1_000_000_000n;
const BINARY = 0x80;

/** The time that all others of a capture are counted from. */
export interface ClockBase {
  /** Nanoseconds since 1970-01-01 UTC of the first stamped frame. */
  firstTime: bigint | undefined;
}

/**
 * Turns the 64-bit time stamps of one pcapng interface into nanoseconds since the first frame of the capture,
 * cutting what is finer than a nanosecond.
 */
export class InterfaceClock {
  private readonly base: ClockBase;
  private readonly unitsPerSecond: bigint;
  private readonly offset: bigint;
  /** Nanoseconds in a unit; 0 when that is not a whole number. */
  private readonly step: number;
  /** What the last time given lacks for being exact; 0 up to 104 days. */
  rest = 0;
  private anchored = false;
  private anchorHigh = 0;
  private anchorLow = 0;
  private anchorTime = 0;

  /**
   * @param base shared by the interfaces of a capture
   * @param resolution if_tsresol: a power of 10, or with the top bit set of 2, that divides the second
   * @param offset if_tsoffset: seconds to add
   */
  constructor(base: ClockBase, resolution: number, offset: bigint) {
    const exponent = resolution & ~BINARY;
    this.base = base;
    this.unitsPerSecond = (resolution & BINARY ? 2n : 10n) ** BigInt(exponent);
    this.offset = offset * NANOSECONDS;
    this.step = NANOSECONDS % this.unitsPerSecond === 0n ? Number(NANOSECONDS / this.unitsPerSecond) : 0;
  }

  /** Nanoseconds since the first frame of a time stamp given as two unsigned 32-bit halves. */
  time(high: number, low: number): number {
    if (this.anchored) {
      // Near a frame whose time is known, plain numbers are exact.
      const distance = ((high - this.anchorHigh) * 0x1_0000_0000 + (low - this.anchorLow)) * this.step;
      const time = this.anchorTime + distance;
      if (Number.isSafeInteger(distance) && Number.isSafeInteger(time)) {
        this.rest = 0;
        return time;
      }
    }
    return this.exactTime(high, low);
  }

  private exactTime(high: number, low: number): number {
    const units = (BigInt(high) << 32n) | BigInt(low);
    const absolute = (units * NANOSECONDS) / this.unitsPerSecond + this.offset;
    this.base.firstTime ??= absolute;
    const exact = absolute - this.base.firstTime;
    const time = Number(exact);
    this.rest = Number(exact - BigInt(time));
    if (!this.anchored && this.step > 0 && Number.isSafeInteger(time)) {
      this.anchored = true;
      this.anchorHigh = high;
      this.anchorLow = low;
      this.anchorTime = time;
    }
    return time;
  }
}

/** The resolutions that a packet list shows, as decimals of a second (Wireshark 4.0). */
const SHOWN_DECIMALS = [9, 6, 3, 2, 1];

/** Decimals to show of times in an if_tsresol. */
export function decimalsOf(resolution: number): number {
  const exponent = resolution & ~BINARY;
  const decimals = resolution & BINARY ? Math.floor(exponent * Math.log10(2)) : exponent;
  return SHOWN_DECIMALS.find((shown) => shown <= decimals) ?? 0;
}
