/** Farther back than this (of 65536) is taken for a wrap whose own packets were lost, not for a very late packet. */
const WRAP_MISSED = 0xff00;

/** How many cells a count takes. */
export const SEQUENCE_CELLS = 6;

const FIRST = 0;
const LATEST = 1;
const HIGHEST = 2;
const CYCLES = 3;
const BELOW_FIRST = 4;
const ERRORS = 5;

/**
 * Counts the packets a stream should have, from its 16-bit sequence numbers, as Wireshark's RTP Streams does: from the
 * first number to the latest, plus 65536 for each time the numbers fell below the first. Duplicates therefore offset
 * losses, and two senders that share an SSRC make it count millions (`countArrivals` tells them apart).
 *
 * Begins the count at `cells[at]` with the first packet's number.
 */
export function beginSequence(cells: Float64Array, at: number, first: number): void {
  cells.fill(0, at, at + SEQUENCE_CELLS);
  cells[at + FIRST] = first;
  cells[at + LATEST] = first;
  cells[at + HIGHEST] = first;
}

/** Takes the next packet's number; false when it is out of sequence. `inTime`: its timestamp is not in the past. */
export function nextInSequence(cells: Float64Array, at: number, sequence: number, inTime: boolean): boolean {
  if (inTime) countCycles(cells, at, sequence);
  cells[at + LATEST] = sequence;
  const highest = cells[at + HIGHEST]!;
  if (inTime && sequence === ((highest + 1) & 0xffff)) {
    cells[at + HIGHEST] = sequence;
    return true;
  }
  if (!inTime && sequence > highest) return true;
  if (inTime && (sequence > highest || highest - sequence > WRAP_MISSED)) cells[at + HIGHEST] = sequence;
  cells[at + ERRORS]!++;
  return false;
}

/** The number of the first packet. */
export function firstInSequence(cells: Float64Array, at: number): number {
  return cells[at + FIRST]!;
}

/** Packets that there should be. Wireshark wraps at 32 bits: where the numbers fell below the first 65536 times. */
export function expectedInSequence(cells: Float64Array, at: number): number {
  return (cells[at + LATEST]! + cells[at + CYCLES]! * 0x10000 - cells[at + FIRST]! + 1) >>> 0;
}

/** Packets whose number was not the one after the highest so far: after a loss, late, or twice there. */
export function errorsInSequence(cells: Float64Array, at: number): number {
  return cells[at + ERRORS]!;
}

function countCycles(cells: Float64Array, at: number, sequence: number): void {
  const belowFirst = cells[at + BELOW_FIRST] === 1;
  const wrapsAtFirst = sequence === 0 && cells[at + LATEST] === 0xffff; // a stream that began with number 0
  if (!belowFirst && (sequence < cells[at + FIRST]! || wrapsAtFirst)) {
    cells[at + CYCLES]!++;
    cells[at + BELOW_FIRST] = 1;
  } else if (belowFirst && sequence > cells[at + FIRST]!) {
    cells[at + BELOW_FIRST] = 0;
  }
}
