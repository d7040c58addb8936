/** A colour that is the same in all themes; text, lines and paper follow the theme. */
export type SeriesColour = "blue" | "orange" | "green" | "pink" | "violet" | "gold" | "teal" | "red" | "grey";
export type Dash = "solid" | "dash" | "dot";
export type PointSymbol = "dot" | "cross" | "tick";

export interface Tick {
  value: number;
  label: string;
}

export interface Axis {
  label?: string;
  min: number;
  max: number;
  /** Absent: round values, where they fit. Empty: none. */
  ticks?: readonly Tick[];
  /** Lines across the plot at the ticks; absent: true. */
  grid?: boolean;
  /** True when `min` is at the top of a y axis. */
  reversed?: boolean;
  /** Not to be zoomed. */
  fixed?: boolean;
}

/** What hovering over a point of a series says, in Plotly's template: our own words around numbers. */
export interface Hover {
  template: string;
  /** A third number of each point, `%{customdata}`. */
  data?: ArrayLike<number>;
}

/** Points of a series, in order of `x` for lines. */
interface Series {
  /** As the legend says it; absent: not in the legend. */
  name?: string;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  colour: SeriesColour;
  hover?: Hover;
}

export interface LineMark extends Series {
  mark: "line";
  width?: number;
  dash?: Dash;
}

export interface PointsMark extends Series {
  mark: "points";
  symbol?: PointSymbol;
  size?: number;
}

/** What lies between two lines. */
export interface AreaMark {
  mark: "area";
  name?: string;
  x: ArrayLike<number>;
  low: ArrayLike<number>;
  high: ArrayLike<number>;
  colour: SeriesColour;
  hover?: Hover;
}

export interface Box {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  /** Lines of text, from anywhere. */
  hover?: readonly string[];
}

export interface BoxesMark {
  mark: "boxes";
  name?: string;
  boxes: readonly Box[];
  colour: SeriesColour;
  /** Of the filling, 0 to 1. */
  opacity?: number;
  outline?: boolean;
}

/** A line with a head at its last point. */
export interface ArrowMark {
  mark: "arrow";
  points: readonly (readonly [x: number, y: number])[];
  colour: SeriesColour;
  dash?: Dash;
  head: "full" | "open";
  hover?: readonly string[];
}

/** A straight thin line in the colour of quiet text. */
export interface RuleMark {
  mark: "rule";
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  dash?: Dash;
}

export interface TextMark {
  mark: "text";
  x: number;
  y: number;
  text: string;
  size?: number;
  style?: "bold" | "mono";
  align?: "left" | "middle" | "right";
  quiet?: boolean;
  /** Paper behind it, where lines would cross it. */
  backed?: boolean;
}

/** How dark a cell may be. */
export const SHADES = 8;

/** A grid of shades, `columns` wide and `rows` high, over a part of the plot. */
export interface CellsMark {
  mark: "cells";
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  columns: number;
  rows: number;
  /** Column by column, each from `y0` up: from 0 (nothing) to `SHADES`. */
  shades: Uint8Array;
  colour: SeriesColour;
}

export type Mark = LineMark | PointsMark | AreaMark | BoxesMark | ArrowMark | RuleMark | TextMark | CellsMark;

/** A place on a chart's slider, and what is shown there: its title and its marks beside the chart's own. */
export interface SliderStep {
  label: string;
  title: string;
  marks: readonly (LineMark | PointsMark | RuleMark)[];
}

export interface Slider {
  /** What is chosen, with `%` for the step's label: `buffer: % ms`. */
  label: string;
  steps: readonly SliderStep[];
  /** The step that is shown first, and in the static picture. */
  active: number;
}

/** A chart, from which both Plotly's figure and the static picture are made. */
export interface Chart {
  /** Of the picture; a step of the slider has its own. */
  title: string;
  /** What the picture shows, for those who do not see it. */
  description: string;
  /** A line below. */
  caption?: string;
  /** In pixels, of the static picture; the live chart takes the width there is, from `minWidth` to `maxWidth`. */
  width: number;
  height: number;
  minWidth?: number;
  maxWidth?: number;
  margin?: { top: number; right: number; bottom: number; left: number };
  x: Axis;
  y: Axis;
  marks: readonly Mark[];
  slider?: Slider;
}

/** A chart as it is at the slider's first place, without the slider. */
export function still({ slider, ...chart }: Chart): Chart {
  const step = slider?.steps[slider.active];
  return step ? { ...chart, title: step.title, marks: [...chart.marks, ...step.marks] } : chart;
}

/** All marks of a chart, those of every step of its slider last. */
export function everyMark({ marks, slider }: Chart): readonly Mark[] {
  return slider ? [...marks, ...slider.steps.flatMap((step) => step.marks)] : marks;
}
