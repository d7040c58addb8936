import type { AreaMark, ArrowMark, BoxesMark, Hover, LineMark, Mark, PointsMark } from "./model.js";
import { SERIES } from "./palette.js";
import { plotlyLines, plotlyText } from "./plotly-text.js";
import { keptPoints, picked, rounded } from "./reduce.js";

type Trace = Record<string, unknown>;

/** Points of all series together: 14 to 20 bytes each, so below 150 kB in all. */
const MOST_POINTS = 7500;

/** How many points each mark may keep: short series all of theirs, long ones a fair share of the rest. */
export function pointLimits(marks: readonly Mark[]): number[] {
  const limits = marks.map(pointsOf);
  const order = limits.map((_, i) => i).sort((a, b) => limits[a]! - limits[b]!);
  let left = MOST_POINTS;
  order.forEach((index, i) => {
    limits[index] = Math.min(limits[index]!, Math.floor(left / (order.length - i)));
    left -= limits[index]!;
  });
  return limits;
}

/** The points of a mark that may be reduced. */
export function pointsOf(mark: Mark): number {
  return mark.mark === "line" || mark.mark === "points" ? mark.y.length : 0;
}

export function tracesOf(mark: Mark, limit: number): Trace[] {
  if (mark.mark === "line" || mark.mark === "points") return [seriesTrace(mark, limit)];
  if (mark.mark === "area") return areaTraces(mark);
  if (mark.mark === "boxes") return [boxesTrace(mark)];
  if (mark.mark === "arrow") return [arrowTrace(mark)];
  return [];
}

const named = (name: string | undefined): Trace =>
  name === undefined ? { showlegend: false } : { name: plotlyText(name), showlegend: true };

const symbols = { dot: "circle", cross: "x-thin", tick: "line-ns" } as const;

function seriesTrace(mark: LineMark | PointsMark, limit: number): Trace {
  const kept = keptPoints(mark.y, limit);
  const colour = SERIES[mark.colour];
  const looks =
    mark.mark === "line"
      ? { mode: "lines", line: { color: colour, width: mark.width ?? 1.8, dash: mark.dash ?? "solid" } }
      : { mode: "markers", marker: markerOf(mark, colour) };
  return {
    type: "scatter",
    x: picked(mark.x, kept, 7),
    y: picked(mark.y, kept, 5),
    ...named(mark.name),
    ...looks,
    ...hoverOf(mark.hover, kept),
  };
}

function markerOf({ symbol = "dot", size = 5 }: PointsMark, colour: string): Trace {
  const line = symbol === "dot" ? { width: 0 } : { width: 1.6, color: colour };
  return { symbol: symbols[symbol], size: symbol === "dot" ? size : size * 1.4, color: colour, line };
}

function hoverOf(hover: Hover | undefined, kept: ArrayLike<number>): Trace {
  if (!hover) return { hoverinfo: "skip" };
  const data = hover.data && { customdata: picked(hover.data, kept, 12) };
  return { hovertemplate: `${hover.template}<extra></extra>`, ...data };
}

function areaTraces({ name, x, low, high, colour, hover }: AreaMark): Trace[] {
  const all = keptPoints(x, Number.POSITIVE_INFINITY);
  const line = { color: SERIES[colour], width: 0.6 };
  const common = { type: "scatter", mode: "lines", line, x: picked(x, all, 6) };
  return [
    { ...common, y: picked(low, all, 3), showlegend: false, hoverinfo: "skip" },
    {
      ...common,
      y: picked(high, all, 3),
      fill: "tonexty",
      fillcolor: SERIES[colour],
      ...named(name),
      ...hoverOf(hover, all),
    },
  ];
}

function boxesTrace({ name, boxes, colour, opacity = 1, outline }: BoxesMark): Trace {
  const hovers = boxes.some(({ hover }) => hover);
  return {
    type: "bar",
    x: boxes.map(({ x0, x1 }) => rounded((x0 + x1) / 2, 7)),
    width: boxes.map(({ x0, x1 }) => rounded(Math.abs(x1 - x0), 7)),
    base: boxes.map(({ y0, y1 }) => rounded(Math.min(y0, y1), 7)),
    y: boxes.map(({ y0, y1 }) => rounded(Math.abs(y1 - y0), 7)),
    marker: {
      color: withOpacity(SERIES[colour], opacity),
      line: outline ? { color: SERIES[colour], width: 1 } : { width: 0 },
    },
    ...named(name),
    ...(hovers
      ? {
          hoverinfo: "text",
          textposition: "none",
          hovertext: boxes.map(({ hover }) => plotlyLines(hover ?? [])),
        }
      : { hoverinfo: "skip" }),
  };
}

function withOpacity(hex: string, opacity: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgba(${red},${green},${blue},${opacity})`;
}

/** Points along an arrow, so that hovering anywhere over it finds one. */
const STEPS = 6;

function arrowTrace({ points, colour, dash = "solid", head, hover }: ArrowMark): Trace {
  const along: (readonly [number, number])[] = [points[0]!];
  for (let i = 1; i < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1]!, points[i]!];
    for (let step = 1; step <= STEPS; step++) {
      along.push([x0 + ((x1 - x0) * step) / STEPS, y0 + ((y1 - y0) * step) / STEPS]);
    }
  }
  const size = along.map((_, i) => (i === along.length - 1 ? 11 : 0));
  return {
    type: "scatter",
    mode: "lines+markers",
    x: along.map(([x]) => rounded(x)),
    y: along.map(([, y]) => rounded(y)),
    line: { color: SERIES[colour], width: 1.6, dash },
    marker: {
      symbol: head === "full" ? "arrow" : "arrow-open",
      angleref: "previous",
      size,
      opacity: 1,
      color: SERIES[colour],
      line: { color: SERIES[colour], width: head === "full" ? 0 : 1.6 },
    },
    showlegend: false,
    ...(hover ? { hoverinfo: "text", hovertext: plotlyLines(hover) } : { hoverinfo: "skip" }),
  };
}
