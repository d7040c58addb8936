import type { MimeBundle } from "../bundle.js";
import type { Mark } from "../chart/model.js";
import { axisFor } from "../chart/scale.js";
import { chartBundle } from "../chart/show.js";
import { sparkline } from "../chart/sparkline.js";
import { labelled } from "../labelled.js";
import { messages } from "../messages.js";
import { number } from "../numbers.js";
import { visibleLine } from "../visible.js";

/** An RTP packet of a stream, as RFC 3550 §6.4.1 measures it. */
export interface StreamPoint {
  frame: number;
  /** Seconds since the capture's first frame. */
  time: number;
  /** Milliseconds since the stream's packet before; NaN for the first. */
  delta: number;
  /** Milliseconds. */
  jitter: number;
  /** Packets that are missing just before this one. */
  lost?: number;
}

export interface StreamChartOptions {
  title?: string;
  points: readonly StreamPoint[];
  /** Milliseconds of sound in a packet: where delta should be. */
  interval?: number;
}

/** Delta, jitter and loss of a stream over time. */
export function streamChart({
  title = messages().streamTitle,
  points,
  interval,
}: StreamChartOptions): MimeBundle {
  const say = messages();
  const time = Float64Array.from(points, (point) => point.time);
  const frames = Float64Array.from(points, (point) => point.frame);
  const delta = Float64Array.from(points, (point) => point.delta);
  const jitter = Float64Array.from(points, (point) => point.jitter);
  const gaps = points.filter(({ lost = 0 }) => lost > 0);
  const lost = gaps.reduce((sum, point) => sum + point.lost!, 0);
  const { max } = axisFor([...finite(delta), ...finite(jitter), interval ?? 0]);
  const floor = gaps.length > 0 ? -max * 0.05 : 0;
  const { min: start, max: stop } = ends(time);
  const marks: Mark[] = [
    {
      mark: "points",
      name: say.delta,
      x: time,
      y: delta,
      colour: "blue",
      size: 3.6,
      hover: { template: say.deltaHover, data: frames },
    },
    {
      mark: "line",
      name: say.jitter,
      x: time,
      y: jitter,
      colour: "orange",
      width: 2.2,
      hover: { template: say.jitterHover },
    },
  ];
  if (interval !== undefined)
    marks.unshift({ mark: "rule", x0: start, x1: stop, y0: interval, y1: interval, dash: "dash" });
  if (gaps.length > 0) {
    marks.push({
      mark: "points",
      name: say.lost(lost),
      colour: "red",
      symbol: "cross",
      size: 6,
      x: gaps.map((point) => point.time),
      y: gaps.map(() => floor / 2),
      hover: { template: say.lostHover, data: gaps.map((point) => point.lost!) },
    });
  }
  const summary = say.streamSummary(
    number(points.length),
    number(largest(delta), 2),
    number(mean(jitter), 2),
    number(largest(jitter), 2),
    number(lost),
  );
  const chart = {
    title,
    description: labelled(title, summary),
    caption: summary,
    width: 860,
    height: 340,
    x: { label: say.timeAxis, min: start, max: stop },
    y: { label: say.milliseconds, min: floor, max },
    marks,
  };
  const lines = [
    visibleLine(title),
    summary,
    `${say.delta}  ${sparkline(delta)}`,
    `${say.jitter}  ${sparkline(jitter)}`,
  ];
  return chartBundle(chart, lines.join("\n"));
}

function finite(values: Float64Array): Float64Array {
  return values.filter((value) => Number.isFinite(value));
}

function ends(times: Float64Array): { min: number; max: number } {
  const [min, max] = [times[0] ?? 0, times[times.length - 1] ?? 1];
  return max > min ? { min, max } : { min: min - 0.5, max: min + 0.5 };
}

const largest = (values: Float64Array): number =>
  finite(values).reduce((most, value) => Math.max(most, value), 0);

function mean(values: Float64Array): number {
  const all = finite(values);
  return all.length === 0 ? 0 : all.reduce((sum, value) => sum + value, 0) / all.length;
}
