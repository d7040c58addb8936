import {
  countPacket,
  DELTA,
  DELTAS,
  FIRST_TIME,
  FIRST_TIMESTAMP,
  FLAGS,
  JITTER,
  JITTERS,
  LAST_TIME,
  MAX_SKEW,
  PACKETS,
  PAYLOAD_BYTES,
  PROBLEM,
  SEEN,
  SEQUENCE,
  SKEW,
  STREAM_CELLS,
  setClock,
} from "./cells.js";
import { errorsInSequence, expectedInSequence, firstInSequence } from "./sequence-count.js";
import { type Spread, spreadAt } from "./spread.js";

/**
 * What Wireshark's RTP Streams says of one stream, kept up packet by packet without allocating: losses, delta (time
 * between packets), interarrival jitter (RFC 3550 §6.4.1) and skew. The figures are those of TShark 4.0's
 * `-z rtp,streams`, where it departs from the RFC too: packets that begin a talkspurt (marker), that are comfort noise
 * or follow it, or whose timestamp lies before the stream's first, count as packets and are left out of the measures.
 */
export class StreamStatistics {
  /** @param at index of the first of the stream's `STREAM_CELLS` cells */
  constructor(
    private readonly cells: Float64Array = new Float64Array(STREAM_CELLS),
    private readonly at = 0,
  ) {}

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
    const { cells, at } = this;
    setClock(cells, at, clockRate);
    countPacket(cells, at, time, sequence, timestamp, payloadType, marker, payloadLength);
  }

  get packets(): number {
    return this.cells[this.at + PACKETS]!;
  }

  /** Bytes of RTP payload. */
  get payloadBytes(): number {
    return this.cells[this.at + PAYLOAD_BYTES]!;
  }

  /** Capture time of the first packet, in ns. */
  get firstTime(): number {
    return this.cells[this.at + FIRST_TIME]!;
  }

  /** Capture time of the latest packet, in ns. */
  get lastTime(): number {
    return this.cells[this.at + LAST_TIME]!;
  }

  get firstTimestamp(): number {
    return this.cells[this.at + FIRST_TIMESTAMP]!;
  }

  /** True when some packet was out of sequence or its timestamp in the past (the X of RTP Streams). */
  get problem(): boolean {
    return this.cells[this.at + PROBLEM] === 1;
  }

  /** `PacketFlag`s of the latest packet. */
  get flags(): number {
    return this.cells[this.at + FLAGS]!;
  }

  /** Of the latest packet, in ms. */
  get latestDelta(): number {
    return this.cells[this.at + DELTA]!;
  }

  /** Of the latest packet, in ms. */
  get latestJitter(): number {
    return this.cells[this.at + JITTER]!;
  }

  /** Of the latest packet, in ms; positive if the sender's clock is fast. */
  get latestSkew(): number {
    return this.cells[this.at + SKEW]!;
  }

  /** The skew farthest from 0, in ms. */
  get maxSkew(): number {
    return this.cells[this.at + MAX_SKEW]!;
  }

  /** Packets that the sequence numbers say there should be; see `expectedInSequence`. */
  get expected(): number {
    return this.packets === 0 ? 0 : expectedInSequence(this.cells, this.at + SEQUENCE);
  }

  /** Expected − received, negative when duplicates outnumber losses. */
  get lost(): number {
    return (this.expected - this.packets) | 0;
  }

  get firstSequence(): number {
    return firstInSequence(this.cells, this.at + SEQUENCE);
  }

  get sequenceErrors(): number {
    return errorsInSequence(this.cells, this.at + SEQUENCE);
  }

  /** Absent when no packet could be measured (TShark prints −1, 0, 0). */
  get delta(): Spread | undefined {
    return this.packets === 0 ? undefined : spreadAt(this.cells, this.at + DELTAS);
  }

  /** Absent when no packet could be measured (TShark prints −1, 0, 0). */
  get jitter(): Spread | undefined {
    return this.packets === 0 ? undefined : spreadAt(this.cells, this.at + JITTERS);
  }

  /** The payload types seen, ascending. */
  get payloadTypes(): number[] {
    const types: number[] = [];
    for (let type = 0; type < 128; type++) {
      if ((this.cells[this.at + SEEN + (type >> 5)]! >>> (type & 31)) & 1) types.push(type);
    }
    return types;
  }
}
