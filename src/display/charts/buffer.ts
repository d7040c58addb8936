import { alignedLines } from "../aligned.js";
import type { MimeBundle } from "../bundle.js";
import type { Slider } from "../chart/model.js";
import { axisFor } from "../chart/scale.js";
import { chartBundle } from "../chart/show.js";
import { labelled } from "../labelled.js";
import { messages } from "../messages.js";
import { number } from "../numbers.js";
import { visibleLine } from "../visible.js";

/** A packet, and how late it came. */
export interface LatePoint {
  frame: number;
  /** Seconds since the capture's first frame. */
  time: number;
  /** Milliseconds; below zero: early. */
  late: number;
}

export interface BufferChartOptions {
  title?: string;
  points: readonly LatePoint[];
  /** Sizes of a jitter buffer in ms, in order: the places of the slider. */
  sizes: readonly number[];
}

/** How late each packet of a stream is, and, on a slider, which of them a jitter buffer of some size can still play. */
export function bufferChart({
  title = messages().bufferTitle,
  points,
  sizes,
}: BufferChartOptions): MimeBundle {
  const say = messages();
  const known = points.filter(({ late }) => Number.isFinite(late));
  const { min, max } = axisFor([0, ...known.map(({ late }) => late)]);
  const start = known[0]?.time ?? 0;
  const stop = Math.max(known[known.length - 1]?.time ?? 1, start + 0.02);
  const columns = (some: readonly LatePoint[]) => ({
    x: some.map(({ time }) => time),
    y: some.map(({ late }) => late),
    hover: { template: say.lateHover, data: some.map(({ frame }) => frame) },
  });
  const counts: string[][] = [];
  const steps = sizes.map((size): Slider["steps"][number] => {
    const dropped = known.filter(({ late }) => late > size);
    const share = number((100 * dropped.length) / (known.length || 1), 1);
    counts.push([`${number(size)}\u00a0ms`, number(dropped.length), `${share}\u00a0%`]);
    return {
      label: number(size),
      title: say.bufferStep(number(size), number(dropped.length), number(known.length), share),
      marks: [
        { mark: "rule", x0: start, x1: stop, y0: size, y1: size },
        { mark: "points", name: say.tooLate, ...columns(dropped), colour: "red", size: 5.4 },
      ],
    };
  });
  const chart = {
    title,
    description: `${title}. ${counts.map(([size, , share]) => labelled(size, share)).join(", ")}`,
    caption: `${say.bufferCaption} ${counts.map(([size, dropped, share]) => `${size} → ${dropped} (${share})`).join(" · ")}`,
    width: 860,
    height: 340,
    x: { label: say.timeAxis, min: start, max: stop },
    y: { label: say.lateAxis, min, max },
    marks: [
      {
        mark: "points" as const,
        name: say.playedInTime,
        ...columns(known),
        colour: "blue" as const,
        size: 4,
      },
    ],
    ...(steps.length > 0 && {
      slider: { label: say.bufferSlider, steps, active: Math.floor(steps.length / 2) },
    }),
  };
  const lines = alignedLines(counts, ["right", "right", "right"]);
  return chartBundle(chart, [visibleLine(title), say.bufferCaption, ...lines].join("\n"));
}
