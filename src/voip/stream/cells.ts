import { PacketFlag } from "./packet-flag.js";
import { isComfortNoise } from "./payload-type.js";
import { beginSequence, nextInSequence, SEQUENCE_CELLS } from "./sequence-count.js";
import { addToSpread, beginSpread, SPREAD_CELLS } from "./spread.js";

// Where a stream's figures lie among its cells, an array of doubles that many streams share. Fields that hold doubles
// are objects of their own, scattered; where packets are of thousands of streams in turn, each would have to come from
// memory anew.

export const PACKETS = 0;
/** Bytes of RTP payload. */
export const PAYLOAD_BYTES = 1;
/** Capture time of the latest packet, in ns. */
export const LAST_TIME = 2;
export const FIRST_TIMESTAMP = 3;
/** Of the latest packet. */
export const PAYLOAD_TYPE = 4;
/** The clock of that payload type in whole ticks a ms, as Wireshark divides: 11 for 11025 Hz; 0 where unknown. */
const TICKS = 5;
/** Capture time of the first packet, and of the latest that was in time, in ms; its nominal time since the first. */
const FIRST_MS = 6;
const IN_TIME_MS = 7;
const NOMINAL_MS = 8;
/** `PacketFlag`s of the latest packet; its delta, jitter and skew in ms. */
export const FLAGS = 9;
export const DELTA = 10;
export const JITTER = 11;
export const SKEW = 12;
/** The skew farthest from 0. */
export const MAX_SKEW = 13;
export const DELTAS = 14;
export const JITTERS = DELTAS + SPREAD_CELLS;
export const SEQUENCE = JITTERS + SPREAD_CELLS;
/** Capture time of the first packet, in ns. */
export const FIRST_TIME = SEQUENCE + SEQUENCE_CELLS;
/** 1 where some packet was out of sequence or its timestamp in the past. */
export const PROBLEM = FIRST_TIME + 1;
/** Of the latest packet that was not comfort noise. */
const REGULAR_PAYLOAD_TYPE = PROBLEM + 1;
/** The payload types seen: four cells of 32 bits. */
export const SEEN = REGULAR_PAYLOAD_TYPE + 1;

/** How many cells a stream takes; zeros, before its first packet. */
export const STREAM_CELLS = SEEN + 4;

/** A packet with one of these is left out of delta and jitter: it does not follow the one before by the clock. */
const IRREGULAR =
  PacketFlag.marker | PacketFlag.comfortNoise | PacketFlag.wrongTimestamp | PacketFlag.afterComfortNoise;

/** Half the range of timestamps: what is farther on lies in the past. TShark 4.0 takes the half in where it wraps. */
const HALF = 0x80000000;

/** Sets the clock of the packets to come, in Hz; below 1000 they have no jitter. */
export function setClock(cells: Float64Array, at: number, clockRate: number): void {
  cells[at + TICKS] = Math.trunc(clockRate / 1000);
}

/** Counts a stream's next packet. The stream's first cell is `cells[at]`; the rest as in `StreamStatistics.add`. */
export function countPacket(
  cells: Float64Array,
  at: number,
  time: number,
  sequence: number,
  timestamp: number,
  payloadType: number,
  marker: boolean,
  payloadLength: number,
): void {
  const before = cells[at + PACKETS]!;
  const ms = time / 1e6;
  cells[at + PACKETS] = before + 1;
  cells[at + PAYLOAD_BYTES]! += payloadLength;
  cells[at + LAST_TIME] = time;
  if (before === 0) {
    begin(cells, at, time, sequence, timestamp, payloadType, marker);
    return;
  }
  const firstTimestamp = cells[at + FIRST_TIMESTAMP]!;
  const elapsed = (timestamp - firstTimestamp) >>> 0;
  const inTime = elapsed < HALF || (elapsed === HALF && timestamp < firstTimestamp);
  let flags = marker ? PacketFlag.marker : 0;
  if (payloadType !== cells[at + PAYLOAD_TYPE] || isComfortNoise(payloadType)) {
    flags |= changePayloadType(cells, at, payloadType);
  }
  if (!nextInSequence(cells, at + SEQUENCE, sequence, inTime)) flags |= PacketFlag.wrongSequence;
  const ticks = cells[at + TICKS]!;
  if (inTime) {
    const beforeMs = cells[at + IN_TIME_MS]!;
    cells[at + IN_TIME_MS] = ms;
    cells[at + DELTA] = ms - beforeMs;
    if (ticks > 0) {
      const nominalMs = elapsed / ticks;
      const expectedMs = beforeMs + nominalMs - cells[at + NOMINAL_MS]!;
      const skew = nominalMs - (ms - cells[at + FIRST_MS]!);
      cells[at + NOMINAL_MS] = nominalMs;
      cells[at + JITTER] = (15 * cells[at + JITTER]! + Math.abs(ms - expectedMs)) / 16;
      cells[at + SKEW] = skew;
      if (Math.abs(skew) > Math.abs(cells[at + MAX_SKEW]!)) cells[at + MAX_SKEW] = skew;
    }
  } else {
    flags |= PacketFlag.wrongTimestamp;
  }
  if ((flags & IRREGULAR) === 0) {
    addToSpread(cells, at + DELTAS, cells[at + DELTA]!, before);
    if (ticks > 0) addToSpread(cells, at + JITTERS, cells[at + JITTER]!, before);
  }
  cells[at + FLAGS] = flags;
  if (flags & (PacketFlag.wrongTimestamp | PacketFlag.wrongSequence)) cells[at + PROBLEM] = 1;
}

function begin(
  cells: Float64Array,
  at: number,
  time: number,
  sequence: number,
  timestamp: number,
  payloadType: number,
  marker: boolean,
): void {
  cells[at + FIRST_TIME] = time;
  cells[at + FIRST_MS] = time / 1e6;
  cells[at + IN_TIME_MS] = time / 1e6;
  cells[at + FIRST_TIMESTAMP] = timestamp;
  cells[at + PAYLOAD_TYPE] = payloadType;
  cells[at + REGULAR_PAYLOAD_TYPE] = payloadType;
  cells[at + FLAGS] = marker ? PacketFlag.first | PacketFlag.marker : PacketFlag.first;
  see(cells, at, payloadType);
  beginSpread(cells, at + DELTAS);
  beginSpread(cells, at + JITTERS);
  beginSequence(cells, at + SEQUENCE, sequence);
}

/** Flags of a packet that is comfort noise, or whose payload type is not that of the one before. */
function changePayloadType(cells: Float64Array, at: number, payloadType: number): number {
  const before = cells[at + PAYLOAD_TYPE]!;
  let flags = isComfortNoise(before) ? PacketFlag.afterComfortNoise : 0;
  if (payloadType !== before) flags |= PacketFlag.payloadTypeChange;
  cells[at + PAYLOAD_TYPE] = payloadType;
  see(cells, at, payloadType);
  if (isComfortNoise(payloadType)) return flags | PacketFlag.comfortNoise;
  if (payloadType !== cells[at + REGULAR_PAYLOAD_TYPE]) flags |= PacketFlag.regularPayloadTypeChange;
  cells[at + REGULAR_PAYLOAD_TYPE] = payloadType;
  return flags;
}

function see(cells: Float64Array, at: number, payloadType: number): void {
  const cell = at + SEEN + (payloadType >> 5);
  cells[cell] = cells[cell]! | (1 << (payloadType & 31));
}
