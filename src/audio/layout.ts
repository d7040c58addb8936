import type { PacketStore } from "./packets.js";
import { RATE, toNanoseconds, toSamples } from "./sound.js";
import type { Span } from "./span.js";
import { DROPPED, type Timeline } from "./timeline.js";

/** A gap longer than the arrivals bear out by more samples than this is no silence, where timestamps ever restart. */
const IMPLAUSIBLE = RATE;

/**
 * Where each packet's samples go in the sound: the runs of a timeline laid one after another. A run's lowest timestamp
 * begins it; it starts by the arrival of its first packet, or right after the run before where that ends later. Silence
 * is what is left between packets, at most `silenceLimit` samples in all. Two senders that share an SSRC make
 * timestamps jump to and fro; where there are several runs, a step ahead is therefore silence only as far as the
 * arrivals bear it out.
 */
export class Layout {
  /** First sample of each packet that is heard. */
  readonly at: Float64Array;
  /** Length of the sound. */
  samples = 0;
  /** Capture time of sample 0, in ns. */
  readonly start: number = 0;
  /** Silence between packets, in samples. */
  readonly gaps: Span[] = [];
  /** Times that timestamps began or began anew. */
  readonly runs: number;
  /** Packets that begin before the one before them ends. */
  overlapping = 0;
  /** Samples of silence that timestamps or arrivals asked for and the limit did not grant. */
  silenceCut = 0;
  /** Position up to which packets cover the current run; sample `samples` follows it. */
  private covered = 0;

  constructor(
    private readonly packets: PacketStore,
    private readonly timeline: Timeline,
    private silenceLeft: number,
  ) {
    const { run, position } = timeline;
    const order = inOrder(timeline);
    const firstOfRun = firstArrivals(run);
    this.at = new Float64Array(packets.count);
    this.runs = firstOfRun.length;
    let current = -1;
    for (const packet of order) {
      if (run[packet] === current) {
        this.addSilence(this.gapBefore(packet));
      } else {
        current = run[packet];
        const began = this.arrivalOf(position[packet], firstOfRun[current]);
        if (current === 0) this.start = began;
        this.addSilence(toSamples(began - this.start) - this.samples);
        this.covered = position[packet];
      }
      this.put(packet);
    }
  }

  /** When the sample at a position would have arrived, in ns, by a packet of its run. */
  private arrivalOf(position: number, packet: number): number {
    return this.packets.time[packet] - toNanoseconds(this.timeline.position[packet] - position);
  }

  /** Samples between what is covered and a packet of the same run; negative where it overlaps. */
  private gapBefore(packet: number): number {
    const gap = this.timeline.position[packet] - this.covered;
    if (this.runs === 1) return gap;
    const arrived = Math.max(0, toSamples(this.packets.time[packet] - this.start) - this.samples);
    return gap > arrived + IMPLAUSIBLE ? arrived : gap;
  }

  private addSilence(wanted: number): void {
    if (wanted <= 0) return;
    const granted = Math.min(wanted, this.silenceLeft);
    this.silenceCut += wanted - granted;
    this.silenceLeft -= granted;
    if (granted === 0) return;
    const start =
      this.gaps[this.gaps.length - 1]?.end === this.samples ? this.gaps.pop()!.start : this.samples;
    this.samples += granted;
    this.gaps.push({ start, end: this.samples });
  }

  private put(packet: number): void {
    const position = this.timeline.position[packet];
    const length = this.packets.length(packet);
    if (position < this.covered && length > 0) this.overlapping++;
    this.covered = Math.max(this.covered, position);
    this.at[packet] = this.samples - (this.covered - position);
    const added = Math.max(0, position + length - this.covered);
    this.samples += added;
    this.covered += added;
  }
}

/** The packets that are heard, by run and position. */
function inOrder({ run, position }: Timeline): Uint32Array {
  const order = new Uint32Array(run.length);
  let count = 0;
  let sorted = true;
  for (let i = 0; i < run.length; i++) {
    if (run[i] === DROPPED) continue;
    const before = order[count - 1];
    if (count > 0 && run[before] === run[i] && position[before] > position[i]) sorted = false;
    order[count++] = i;
  }
  const heard = order.subarray(0, count);
  return sorted ? heard : heard.sort((a, b) => run[a] - run[b] || position[a] - position[b]);
}

/** The packet of each run that arrived first. */
function firstArrivals(run: Int32Array): number[] {
  const first: number[] = [];
  for (let i = 0; i < run.length; i++) if (run[i] === first.length) first.push(i);
  return first;
}
