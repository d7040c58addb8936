import { alignedLines } from "../aligned.js";
import type { MimeBundle } from "../bundle.js";
import type { Axis, Chart, Mark, SeriesColour } from "../chart/model.js";
import { CYCLE } from "../chart/palette.js";
import { axisFor } from "../chart/scale.js";
import { chartBundle } from "../chart/show.js";
import { sparkline } from "../chart/sparkline.js";
import { labelled } from "../labelled.js";
import { messages } from "../messages.js";
import { number } from "../numbers.js";
import { visibleLine } from "../visible.js";

/** A series of points; `x` counts from 0 when absent. */
export interface SeriesData {
  name: string;
  x?: ArrayLike<number>;
  y: ArrayLike<number>;
  colour?: SeriesColour;
}

export interface ChartOptions {
  title: string;
  /** What the axes count, with the unit: `time (s)`. */
  xLabel?: string;
  yLabel?: string;
  series: readonly SeriesData[];
}

export interface BarOptions {
  title: string;
  yLabel?: string;
  bars: readonly { label: string; value: number }[];
}

/** Points of a series above which they are drawn small. */
const CROWDED = 300;

/** Series as lines. */
export function lineChart(options: ChartOptions): MimeBundle {
  return seriesChart(options, "line");
}

/** Series as points. */
export function scatterChart(options: ChartOptions): MimeBundle {
  return seriesChart(options, "points");
}

function seriesChart({ title, xLabel, yLabel, series }: ChartOptions, mark: "line" | "points"): MimeBundle {
  const full = series.map(({ x, ...rest }) => ({ ...rest, x: x ?? Array.from(rest.y, (_, i) => i) }));
  const marks = full.map(({ name, x, y, colour }, i): Mark => {
    const size = y.length > CROWDED ? 4 : 7;
    const hover = { template: "%{x} · %{y}" };
    const named = series.length > 1 && { name };
    const common = { ...named, x, y, hover, colour: colour ?? CYCLE[i % CYCLE.length]! };
    return mark === "line" ? { mark, ...common } : { mark, size, ...common };
  });
  const all = (of: "x" | "y") =>
    full.flatMap((one) => Array.from(one[of]).filter((value) => Number.isFinite(value)));
  const x: Axis = { ...axisFor(all("x"), 0.02), ...(xLabel !== undefined && { label: xLabel }) };
  const y: Axis = { ...axisFor(all("y")), ...(yLabel !== undefined && { label: yLabel }) };
  const counts = full.map((one) => labelled(one.name, messages().points(one.y.length)));
  const chart: Chart = {
    title,
    description: `${title}. ${counts.join(", ")}`,
    width: 860,
    height: 340,
    x,
    y,
    marks,
  };
  const lines = full.map((one) => `${visibleLine(one.name)}  ${sparkline(one.y)}`);
  return chartBundle(chart, [visibleLine(title), ...lines].join("\n"));
}

const MOST_BARS = 200;

/** A bar a value. */
export function barChart({ title, yLabel, bars }: BarOptions): MimeBundle {
  const shown = bars.slice(0, MOST_BARS);
  const boxes = shown.map(({ label, value }, i) => {
    return { x0: i - 0.36, x1: i + 0.36, y0: 0, y1: value, hover: [label, number(value)] };
  });
  const left = bars.length - shown.length;
  const chart: Chart = {
    title,
    description: `${title}. ${shown.map(({ label, value }) => labelled(label, number(value))).join(", ")}`,
    ...(left > 0 && { caption: messages().more(left) }),
    width: 860,
    height: 320,
    x: {
      min: -0.6,
      max: shown.length - 0.4,
      grid: false,
      ticks: shown.map(({ label }, value) => ({ value, label })),
    },
    y: {
      ...axisFor([0, ...shown.map(({ value }) => value)]),
      ...(yLabel !== undefined && { label: yLabel }),
    },
    marks: [{ mark: "boxes", boxes, colour: "blue", opacity: 0.85 }],
  };
  const cells = shown.map(({ label, value }) => [visibleLine(label), number(value)]);
  return chartBundle(chart, [visibleLine(title), ...alignedLines(cells, ["left", "right"])].join("\n"));
}
