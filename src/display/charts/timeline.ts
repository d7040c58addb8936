import type { MimeBundle } from "../bundle.js";
import type { Chart, Mark } from "../chart/model.js";
import { CYCLE } from "../chart/palette.js";
import { chartBundle } from "../chart/show.js";
import { labelled } from "../labelled.js";
import { messages } from "../messages.js";
import { clock, duration } from "../numbers.js";
import { visibleLine } from "../visible.js";

/** Something that goes on at times. */
export interface TimelineLane {
  label: string;
  /** Seconds. */
  spans: readonly { start: number; stop: number }[];
  /** What is said of it below the picture. */
  summary: string;
}

export interface TimelineOptions {
  title: string;
  lanes: readonly TimelineLane[];
  /** Seconds at which the picture begins and ends. */
  from?: number;
  to: number;
}

const MOST_SPANS = 400;

/** What goes on when: a lane each. */
export function timeline({ title, lanes, from = 0, to }: TimelineOptions): MimeBundle {
  const marks = lanes.map(({ label, spans }, lane): Mark => {
    const boxes = spans.slice(0, MOST_SPANS).map(({ start, stop }) => ({
      x0: start,
      x1: stop,
      y0: -lane - 0.32,
      y1: -lane + 0.32,
      hover: [label, messages().fromTo(clock(start, 2), clock(stop, 2)), duration(stop - start)],
    }));
    return { mark: "boxes", boxes, colour: CYCLE[lane % CYCLE.length]!, opacity: 0.85 };
  });
  const summaries = lanes.map(({ summary }) => summary);
  const count = Math.max(1, lanes.length);
  const chart: Chart = {
    title,
    description: labelled(title, summaries.join(", ")),
    caption: summaries.join(" · "),
    width: 860,
    height: 92 + 44 * count,
    x: { label: messages().timeAxis, min: from, max: to > from ? to : from + 1 },
    y: {
      min: -count + 0.4,
      max: 0.6,
      fixed: true,
      grid: false,
      ticks: lanes.map(({ label }, lane) => ({ value: -lane, label })),
    },
    marks,
  };
  const lines = summaries.map((summary) => `  ${visibleLine(summary)}`);
  return chartBundle(chart, [visibleLine(title), ...lines].join("\n"));
}
