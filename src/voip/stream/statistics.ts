import { PacketFlag } from "./packet-flag.js";
import { isComfortNoise } from "./payload-type.js";
import { SequenceCount } from "./sequence-count.js";
import { RunningSpread, type Spread } from "./spread.js";

/** A packet with one of these is left out of delta and jitter: it does not follow the one before by the clock. */
const IRREGULAR =
  PacketFlag.marker | PacketFlag.comfortNoise | PacketFlag.wrongTimestamp | PacketFlag.afterComfortNoise;

/**
 * What Wireshark's RTP Streams says of one stream, kept up packet by packet without allocating: losses, delta (time
 * between packets), interarrival jitter (RFC 3550 §6.4.1) and skew. The figures are those of TShark 4.0's
 * `-z rtp,streams`, where it departs from the RFC too: packets that begin a talkspurt (marker), that are comfort noise
 * or follow it, or whose timestamp lies before the stream's first, count as packets and are left out of the measures.
 */
export class StreamStatistics {
  packets = 0;
  /** Bytes of RTP payload. */
  payloadBytes = 0;
  /** Capture time of the first and the latest packet, in ns. */
  firstTime = 0;
  lastTime = 0;
  firstTimestamp = 0;
  /** True when some packet was out of sequence or its timestamp in the past (the X of RTP Streams). */
  problem = false;

  /** Of the latest packet: `PacketFlag`s; delta and jitter in ms; skew in ms, positive if the sender's clock is fast. */
  flags = 0;
  latestDelta = 0;
  latestJitter = 0;
  latestSkew = 0;
  /** The skew farthest from 0. */
  maxSkew = 0;

  private readonly deltas = new RunningSpread();
  private readonly jitters = new RunningSpread();
  private readonly seen = new Uint32Array(4);
  private sequences = new SequenceCount(0);
  private inTimeMs = 0;
  private nominalMs = 0;
  private payloadType = 0;
  private regularPayloadType = 0;

  /**
   * Takes the stream's next packet in capture order.
   *
   * @param time capture time in ns
   * @param sequence RTP sequence number, 16 bits
   * @param timestamp RTP timestamp, 32 bits
   * @param payloadType RTP payload type, 7 bits
   * @param payloadLength payload in bytes, without padding
   * @param clockRate in Hz as `payloadClockRate` gives it; below 1000 there is no jitter for the packet
   */
  add(
    time: number,
    sequence: number,
    timestamp: number,
    payloadType: number,
    marker: boolean,
    payloadLength: number,
    clockRate: number,
  ): void {
    this.packets++;
    this.payloadBytes += payloadLength;
    this.lastTime = time;
    this.seen[payloadType >> 5] |= 1 << (payloadType & 31);
    if (this.packets === 1) this.begin(time, sequence, timestamp, payloadType, marker);
    else this.follow(time, sequence, timestamp, payloadType, marker, clockRate);
  }

  /** Packets that the sequence numbers say there should be; see `SequenceCount`. */
  get expected(): number {
    return this.packets === 0 ? 0 : this.sequences.expected;
  }

  /** Expected − received, negative when duplicates outnumber losses. */
  get lost(): number {
    return (this.expected - this.packets) | 0;
  }

  get firstSequence(): number {
    return this.sequences.first;
  }

  get sequenceErrors(): number {
    return this.sequences.errors;
  }

  /** Absent when no packet could be measured (TShark prints −1, 0, 0). */
  get delta(): Spread | undefined {
    return this.deltas.measured ? this.deltas : undefined;
  }

  /** Absent when no packet could be measured (TShark prints −1, 0, 0). */
  get jitter(): Spread | undefined {
    return this.jitters.measured ? this.jitters : undefined;
  }

  /** The payload types seen, ascending. */
  get payloadTypes(): number[] {
    const types: number[] = [];
    for (let type = 0; type < 128; type++) {
      if ((this.seen[type >> 5] >>> (type & 31)) & 1) types.push(type);
    }
    return types;
  }

  private begin(
    time: number,
    sequence: number,
    timestamp: number,
    payloadType: number,
    marker: boolean,
  ): void {
    this.firstTime = time;
    this.firstTimestamp = timestamp;
    this.sequences = new SequenceCount(sequence);
    this.inTimeMs = time / 1e6;
    this.payloadType = payloadType;
    this.regularPayloadType = payloadType;
    this.flags = marker ? PacketFlag.first | PacketFlag.marker : PacketFlag.first;
  }

  private follow(
    time: number,
    sequence: number,
    timestamp: number,
    payloadType: number,
    marker: boolean,
    clockRate: number,
  ): void {
    const ms = time / 1e6;
    const elapsed = (timestamp - this.firstTimestamp) >>> 0;
    const inTime = notInThePast(elapsed, timestamp < this.firstTimestamp);
    const inSequence = this.sequences.next(sequence, inTime);
    const flags = this.flagsOf(payloadType, marker, inTime, inSequence);
    const ticksPerMs = Math.trunc(clockRate / 1000); // whole ticks, as Wireshark divides: 11 for 11025 Hz

    if (inTime) {
      this.latestDelta = ms - this.inTimeMs;
      if (ticksPerMs > 0) this.measure(ms, elapsed / ticksPerMs);
      this.inTimeMs = ms;
    }
    if ((flags & IRREGULAR) === 0) {
      this.deltas.add(this.latestDelta, this.packets - 1);
      if (ticksPerMs > 0) this.jitters.add(this.latestJitter, this.packets - 1);
    }
    this.flags = flags;
    if (!inTime || !inSequence) this.problem = true;
  }

  /** Jitter and skew from a packet's arrival and its nominal time since the first packet, both in ms. */
  private measure(ms: number, nominalMs: number): void {
    const expectedMs = this.inTimeMs + nominalMs - this.nominalMs;
    this.latestJitter = (15 * this.latestJitter + Math.abs(ms - expectedMs)) / 16;
    this.nominalMs = nominalMs;
    this.latestSkew = nominalMs - (ms - this.firstTime / 1e6);
    if (Math.abs(this.latestSkew) > Math.abs(this.maxSkew)) this.maxSkew = this.latestSkew;
  }

  private flagsOf(payloadType: number, marker: boolean, inTime: boolean, inSequence: boolean): number {
    const noise = isComfortNoise(payloadType);
    let flags = marker ? PacketFlag.marker : 0;
    if (!inTime) flags |= PacketFlag.wrongTimestamp;
    if (!inSequence) flags |= PacketFlag.wrongSequence;
    if (noise) flags |= PacketFlag.comfortNoise;
    if (isComfortNoise(this.payloadType)) flags |= PacketFlag.afterComfortNoise;
    if (payloadType !== this.payloadType) flags |= PacketFlag.payloadTypeChange;
    if (!noise && payloadType !== this.regularPayloadType) flags |= PacketFlag.regularPayloadTypeChange;
    this.payloadType = payloadType;
    if (!noise) this.regularPayloadType = payloadType;
    return flags;
  }
}

/** Within half the range of timestamps after the first; TShark 4.0 takes the exact half in where the range wraps. */
function notInThePast(elapsed: number, wrapped: boolean): boolean {
  return elapsed < 0x80000000 || (wrapped && elapsed === 0x80000000);
}
