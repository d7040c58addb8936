import type { Displayable } from "../display/index.js";
import { jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { Analysis } from "./analysis.js";
import { Frame } from "./frame.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";

/** Some frames of a capture, shown as a packet list. */
export class Frames extends Rows<Frame> {
  [jupyterDisplay](): MimeBundle {
    return packetList(this, this.length);
  }
}

/**
 * All frames of a capture, in order. They are made as they are asked for, so that a capture of millions opens as fast
 * as a small one.
 */
export class FrameList implements Displayable, Iterable<Frame> {
  constructor(private readonly analysis: Analysis) {}

  get length(): number {
    return this.analysis.frames;
  }

  /** The frame at an index from 0 (its number less one), from the end where negative. */
  at(index: number): Frame | undefined {
    const row = this.rowOf(index);
    return row >= 0 && row < this.length ? new Frame(this.analysis, row + 1) : undefined;
  }

  *[Symbol.iterator](): Generator<Frame> {
    for (let number = 1; number <= this.length; number++) yield new Frame(this.analysis, number);
  }

  filter(keep: (frame: Frame) => unknown): Frames {
    const kept = new Frames();
    for (const frame of this) if (keep(frame)) kept.push(frame);
    return kept;
  }

  find(wanted: (frame: Frame) => unknown): Frame | undefined {
    for (const frame of this) if (wanted(frame)) return frame;
    return undefined;
  }

  map<T>(make: (frame: Frame) => T): T[] {
    return Array.from(this, make);
  }

  /** The frames at indices from `start` up to `end`, as an array's `slice` takes them. */
  slice(start = 0, end = this.length): Frames {
    const part = new Frames();
    const stop = Math.min(this.rowOf(end), this.length);
    for (let row = Math.max(this.rowOf(start), 0); row < stop; row++)
      part.push(new Frame(this.analysis, row + 1));
    return part;
  }

  [jupyterDisplay](): MimeBundle {
    return packetList(this.slice(0, MOST_SHOWN), this.length);
  }

  /** An index as arrays take it: whole, and from the end where negative. */
  private rowOf(index: number): number {
    const whole = Math.trunc(index) || 0;
    return whole < 0 ? this.length + whole : whole;
  }
}

const MOST_SHOWN = 200;

function packetList(frames: Frames, total: number): MimeBundle {
  const h = words();
  return table({
    columns: [
      { key: "number", label: h.number, kind: "code" },
      { key: "timeText", label: h.time, kind: "code" },
      { key: "source", label: h.source, kind: "address" },
      { key: "destination", label: h.destination, kind: "address" },
      { key: "protocol", label: h.protocol },
      { key: "length", label: h.length, kind: "number" },
      { key: "info", label: h.info },
    ],
    rows: frames,
    total,
    filterOf: (frame) => frame.filter,
  });
}
