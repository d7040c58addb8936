import { pixelWidth } from "../width.js";
import type { Chart, Mark, SeriesColour } from "./model.js";

/** Where the plot lies in the picture, in pixels. */
export interface PlotArea {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Fonts of the reader's own system, in quotes that an attribute can hold. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', sans-serif";
export const MONO = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
export const TITLE_SIZE = 14;
export const TEXT_SIZE = 12;
/** About how far ticks stand from each other, at least. */
export const X_SPACING = 80;
export const Y_SPACING = 34;
const TITLE_HEIGHT = 32;
const LEGEND_HEIGHT = 22;

/** The margins of a chart: its own, or those that its title, legend and axes need. */
export function marginsOf(chart: Chart): NonNullable<Chart["margin"]> {
  if (chart.margin) return chart.margin;
  const names = (chart.y.ticks ?? []).map(({ label }) => pixelWidth(label, TEXT_SIZE));
  return {
    top: TITLE_HEIGHT + (legendOf(chart.marks).length > 0 ? LEGEND_HEIGHT : 0) + 6,
    right: 18,
    bottom: chart.x.label === undefined ? 28 : 48,
    left: Math.min(180, Math.max(chart.y.label === undefined ? 44 : 64, 18 + Math.max(0, ...names))),
  };
}

export function plotArea(chart: Chart): PlotArea {
  const { top, right, bottom, left } = marginsOf(chart);
  return { left, top, right: chart.width - right, bottom: chart.height - bottom };
}

export interface LegendEntry {
  name: string;
  colour: SeriesColour;
  mark: Mark;
}

/** What the legend holds: each name once. */
export function legendOf(marks: readonly Mark[]): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const mark of marks) {
    if (!("name" in mark) || mark.name === undefined || entries.has(mark.name)) continue;
    entries.set(mark.name, { name: mark.name, colour: mark.colour, mark });
  }
  return [...entries.values()];
}
