import { number } from "../numbers.js";
import type { Axis, Tick } from "./model.js";

/** From an axis' values to pixels between two ends. */
export function scaleOf(axis: Axis, from: number, to: number): (value: number) => number {
  const [start, end] = axis.reversed ? [to, from] : [from, to];
  const span = axis.max - axis.min || 1;
  return (value) => start + ((value - axis.min) / span) * (end - start);
}

/** The axis' own ticks, or round values of which about one in `spacing` pixels. */
export function ticksOf(axis: Axis, pixels: number, spacing: number): readonly Tick[] {
  if (axis.ticks) return axis.ticks;
  const span = axis.max - axis.min;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const step = roundStep(span / Math.max(1, Math.floor(pixels / spacing)));
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: Tick[] = [];
  const first = Math.ceil(axis.min / step - 1e-9);
  const last = Math.floor(axis.max / step + 1e-9);
  if (!(Math.max(-first, last) < Number.MAX_SAFE_INTEGER)) return [];
  for (let i = first; i <= last; i++) {
    const value = i * step || 0;
    ticks.push({ value, label: number(value, Math.min(decimals, 9)) });
  }
  return ticks;
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** An axis that holds all values, with a little room, from zero when they are near it. */
export function axisFor(values: Iterable<number>, room = 0.06): { min: number; max: number } {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (!Number.isFinite(min) || !Number.isFinite(max)) return { min: 0, max: 1 };
  if (min === max)
    return min === 0 ? { min: 0, max: 1 } : { min: min - Math.abs(min) / 2, max: max + Math.abs(max) / 2 };
  const span = max - min;
  return {
    min: min >= 0 && min < span ? 0 : min - span * room,
    max: max <= 0 && -max < span ? 0 : max + span * room,
  };
}
