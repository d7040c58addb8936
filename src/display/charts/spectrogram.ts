import type { MimeBundle } from "../bundle.js";
import { type CellsMark, type Chart, SHADES, type Tick } from "../chart/model.js";
import { chartBundle } from "../chart/show.js";
import { sparkline } from "../chart/sparkline.js";
import { labelled } from "../labelled.js";
import { messages } from "../messages.js";
import { duration } from "../numbers.js";
import { visibleLine } from "../visible.js";

/** How loud which frequencies of a voice are over time. */
export interface SpectrogramLane {
  label: string;
  columns: number;
  rows: number;
  seconds: number;
  /** From one row to the next. */
  hertz: number;
  /** Column by column, each from low frequencies to high, in dBFS. */
  level: Float32Array;
}

export interface SpectrogramOptions {
  title?: string;
  lanes: readonly SpectrogramLane[];
}

/** What is drawn as nothing, and as the darkest shade, in dBFS. */
const QUIETEST = -80;
const LOUDEST = -24;
/** Rows of a lane's picture: two frequencies share one. */
const ROWS = 64;
/** From the bottom of a lane to that of the next, in kHz. */
const LANE = 4.6;

/** Voices as pictures: time to the right, frequency up, the louder the darker; each speaker in a lane of its own. */
export function spectrogram({ title = messages().spectrogram, lanes }: SpectrogramOptions): MimeBundle {
  const say = messages();
  const seconds = lanes.reduce((most, lane) => Math.max(most, lane.seconds), 0);
  const summary = say.spectrogramSummary(duration(seconds), QUIETEST, LOUDEST);
  const chart: Chart = {
    title,
    description: labelled(title, summary),
    caption: summary,
    width: 860,
    height: 90 + 180 * Math.max(1, lanes.length),
    x: { label: say.timeAxis, min: 0, max: seconds || 1, grid: false },
    y: {
      min: -LANE * (Math.max(1, lanes.length) - 1) - 0.2,
      max: 4,
      grid: false,
      ticks: lanes.flatMap(({ label }, lane) => ticksOf(label, -LANE * lane)),
    },
    marks: lanes.map((lane, i) => cellsOf(lane, -LANE * i)),
  };
  const lines = lanes.map((lane) => `${visibleLine(lane.label)}  ${sparkline(loudest(lane))}`);
  return chartBundle(chart, [labelled(visibleLine(title), summary), ...lines].join("\n"));
}

function ticksOf(label: string, bottom: number): Tick[] {
  const kilohertz = [1, 2, 3, 4].map((value) => ({ value: bottom + value, label: `${value} kHz` }));
  return [{ value: bottom, label }, ...kilohertz];
}

function cellsOf({ columns, rows, seconds, hertz, level }: SpectrogramLane, bottom: number): CellsMark {
  const shared = Math.max(1, Math.ceil(rows / ROWS));
  const shown = Math.ceil(rows / shared);
  const shades = new Uint8Array(columns * shown);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const at = column * shown + Math.floor(row / shared);
      shades[at] = Math.max(shades[at]!, shadeOf(level[column * rows + row]!));
    }
  }
  const top = bottom + (rows * hertz) / 1000;
  return {
    mark: "cells",
    x0: 0,
    x1: seconds,
    y0: bottom,
    y1: top,
    columns,
    rows: shown,
    shades,
    colour: "blue",
  };
}

function shadeOf(decibels: number): number {
  const part = (decibels - QUIETEST) / (LOUDEST - QUIETEST);
  return Math.min(SHADES, Math.max(0, Math.floor(part * (SHADES + 1))));
}

/** The loudest level of each column, above what is drawn as nothing. */
function loudest({ columns, rows, level }: SpectrogramLane): number[] {
  return Array.from({ length: columns }, (_, column) => {
    let most = QUIETEST;
    for (let row = 0; row < rows; row++) most = Math.max(most, level[column * rows + row]!);
    return most - QUIETEST;
  });
}
