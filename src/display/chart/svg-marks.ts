import { type Html, html } from "../html.js";
import { visibleLine } from "../visible.js";
import { cellsSvg } from "./cells.js";
import { MONO, TEXT_SIZE } from "./frame.js";
import type {
  AreaMark,
  ArrowMark,
  BoxesMark,
  Dash,
  LineMark,
  Mark,
  PointSymbol,
  PointsMark,
  RuleMark,
  SeriesColour,
  TextMark,
} from "./model.js";
import { DASHES, SERIES } from "./palette.js";
import { keptPoints } from "./reduce.js";

type Scale = (value: number) => number;

/** A mark as SVG, in pixels of the picture; `width` is the plot's. */
export function markSvg(mark: Mark, toX: Scale, toY: Scale, width: number): Html {
  if (mark.mark === "line") return lineSvg(mark, toX, toY, width);
  if (mark.mark === "points") return pointsSvg(mark, toX, toY, width);
  if (mark.mark === "area") return areaSvg(mark, toX, toY);
  if (mark.mark === "boxes") return boxesSvg(mark, toX, toY);
  if (mark.mark === "arrow") return arrowSvg(mark, toX, toY);
  if (mark.mark === "rule") return ruleSvg(mark, toX, toY);
  if (mark.mark === "cells") return cellsSvg(mark, toX, toY);
  return textSvg(mark, toX, toY);
}

/** A tenth of a pixel is as fine as a screen shows. */
export const pixel = (value: number): number => (Number.isFinite(value) ? Math.round(value * 10) / 10 : 0);

export function strokeOf(colour: SeriesColour, width: number, dash: Dash = "solid"): Html {
  const pattern = DASHES[dash];
  const dashes = pattern !== undefined && html`stroke-dasharray="${pattern}"`;
  return html`stroke="${SERIES[colour]}" stroke-width="${width}" ${dashes}`;
}

function lineSvg(
  { x, y, colour, width = 1.8, dash }: LineMark,
  toX: Scale,
  toY: Scale,
  pixels: number,
): Html {
  let path = "";
  let broken = true;
  const kept = keptPoints(y, pixels * 2);
  for (let k = 0; k < kept.length; k++) {
    const i = kept[k]!;
    if (Number.isFinite(x[i]!) && Number.isFinite(y[i]!)) {
      path += `${broken ? "M" : "L"}${pixel(toX(x[i]!))},${pixel(toY(y[i]!))}`;
      broken = false;
    } else broken = true;
  }
  return html`<path fill="none" stroke-linejoin="round" d="${path}" ${strokeOf(colour, width, dash)}/>\n`;
}

/** The path of a point's symbol, to be stroked (a dot is a stroke of no length with a round cap). */
export function symbolPath(symbol: PointSymbol, x: number, y: number, radius: number): string {
  if (symbol === "dot") return `M${x},${y}h0`;
  if (symbol === "tick") return `M${x},${pixel(y - radius)}v${2 * radius}`;
  const r = radius;
  return `M${pixel(x - r)},${pixel(y - r)}l${2 * r},${2 * r}m0,${-2 * r}l${-2 * r},${2 * r}`;
}

function pointsSvg(
  { x, y, colour, symbol = "dot", size = 5 }: PointsMark,
  toX: Scale,
  toY: Scale,
  pixels: number,
): Html {
  let path = "";
  const kept = keptPoints(y, pixels * 4);
  for (let k = 0; k < kept.length; k++) {
    const i = kept[k]!;
    if (!Number.isFinite(x[i]!) || !Number.isFinite(y[i]!)) continue;
    path += symbolPath(symbol, pixel(toX(x[i]!)), pixel(toY(y[i]!)), size * 0.7);
  }
  const stroke = strokeOf(colour, symbol === "dot" ? size : 1.6);
  return html`<path fill="none" stroke-linecap="round" d="${path}" ${stroke}/>\n`;
}

function areaSvg({ x, low, high, colour }: AreaMark, toX: Scale, toY: Scale): Html {
  let there = "";
  let back = "";
  for (let i = 0; i < x.length; i++) {
    const at = pixel(toX(x[i]!));
    there += `${i === 0 ? "M" : "L"}${at},${pixel(toY(high[i]!))}`;
    back = `L${at},${pixel(toY(low[i]!))}${back}`;
  }
  return html`<path d="${there + back}Z" fill="${SERIES[colour]}" stroke="${SERIES[colour]}" stroke-width="0.6"/>\n`;
}

function boxesSvg({ boxes, colour, opacity = 1, outline }: BoxesMark, toX: Scale, toY: Scale): Html {
  const rects = boxes.map(({ x0, x1, y0, y1 }) => {
    const [left, right] = [toX(x0), toX(x1)].sort((a, b) => a - b) as [number, number];
    const [top, bottom] = [toY(y0), toY(y1)].sort((a, b) => a - b) as [number, number];
    const [width, height] = [Math.max(0.8, pixel(right - left)), Math.max(0.8, pixel(bottom - top))];
    return html`<rect x="${pixel(left)}" y="${pixel(top)}" width="${width}" height="${height}" rx="${outline ? 3 : 1}"/>`;
  });
  const line = outline && html`stroke="${SERIES[colour]}"`;
  return html`<g fill="${SERIES[colour]}" fill-opacity="${opacity}" ${line}>${rects}</g>\n`;
}

const HEAD = 9;

function arrowSvg({ points, colour, dash, head }: ArrowMark, toX: Scale, toY: Scale): Html {
  const at = points.map(([x, y]) => [toX(x), toY(y)] as const);
  const [tip, before] = [at[at.length - 1]!, at[at.length - 2] ?? at[0]!];
  const angle = Math.atan2(tip[1] - before[1], tip[0] - before[0]);
  const wing = (turn: number): string => {
    const [x, y] = [tip[0] - HEAD * Math.cos(angle + turn), tip[1] - HEAD * Math.sin(angle + turn)];
    return `${pixel(x)},${pixel(y)}`;
  };
  const end = `${pixel(tip[0])},${pixel(tip[1])}`;
  const shaft = at.map(([x, y], i) => `${i === 0 ? "M" : "L"}${pixel(x)},${pixel(y)}`).join("");
  const heads = `M${wing(0.42)}L${end}L${wing(-0.42)}${head === "full" ? "Z" : ""}`;
  const fill = head === "full" ? SERIES[colour] : "none";
  return html`<path fill="none" d="${shaft}" ${strokeOf(colour, 1.6, dash)}/><path fill="${fill}" d="${heads}" ${strokeOf(colour, 1.6)} stroke-linejoin="round"/>\n`;
}

function ruleSvg({ x0, y0, x1, y1, dash = "solid" }: RuleMark, toX: Scale, toY: Scale): Html {
  const pattern = DASHES[dash];
  const dashes = pattern !== undefined && html`stroke-dasharray="${pattern}"`;
  const path = `M${pixel(toX(x0))},${pixel(toY(y0))}L${pixel(toX(x1))},${pixel(toY(y1))}`;
  return html`<path class="r" d="${path}" ${dashes}/>\n`;
}

const anchors = { left: "start", middle: "middle", right: "end" } as const;

function textSvg(
  { x, y, text, size = TEXT_SIZE, style, align = "left", quiet, backed }: TextMark,
  toX: Scale,
  toY: Scale,
): Html {
  const weight = style === "bold" && html`font-weight="600"`;
  const family = style === "mono" && html`font-family="${MONO}"`;
  const classes = `${quiet ? "q" : "i"}${backed ? " b" : ""}`;
  return html`<text class="${classes}" x="${pixel(toX(x))}" y="${pixel(toY(y) + size * 0.35)}" font-size="${size}" text-anchor="${anchors[align]}" ${weight} ${family}>${visibleLine(text)}</text>\n`;
}
