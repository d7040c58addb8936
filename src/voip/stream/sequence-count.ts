/** Farther back than this (of 65536) is taken for a wrap whose own packets were lost, not for a very late packet. */
const WRAP_MISSED = 0xff00;

/**
 * Counts the packets a stream should have, from its 16-bit sequence numbers, as Wireshark's RTP Streams does: from the
 * first number to the latest, plus 65536 for each time the numbers fell below the first. Duplicates therefore offset
 * losses, and two senders that share an SSRC make it count millions (`countArrivals` tells them apart).
 */
export class SequenceCount {
  /** Packets whose number was not the one after the highest so far: after a loss, late, or twice there. */
  errors = 0;
  private latest: number;
  private highest: number;
  private cycles = 0;
  private belowFirst = false;

  constructor(readonly first: number) {
    this.latest = first;
    this.highest = first;
  }

  /** Takes the next packet's number; false when it is out of sequence. `inTime`: its timestamp is not in the past. */
  next(sequence: number, inTime: boolean): boolean {
    if (inTime) this.countCycles(sequence);
    this.latest = sequence;
    if (inTime && sequence === ((this.highest + 1) & 0xffff)) {
      this.highest = sequence;
      return true;
    }
    if (!inTime && sequence > this.highest) return true;
    if (inTime && (sequence > this.highest || this.highest - sequence > WRAP_MISSED)) this.highest = sequence;
    this.errors++;
    return false;
  }

  /** Wireshark computes in 32 bits, and so wraps where the numbers fall below the first 65536 times. */
  get expected(): number {
    return (this.latest + this.cycles * 0x10000 - this.first + 1) >>> 0;
  }

  private countCycles(sequence: number): void {
    const wrapsAtFirst = sequence === 0 && this.latest === 0xffff; // a stream that began with number 0
    if (!this.belowFirst && (sequence < this.first || wrapsAtFirst)) {
      this.cycles++;
      this.belowFirst = true;
    } else if (this.belowFirst && sequence > this.first) {
      this.belowFirst = false;
    }
  }
}
