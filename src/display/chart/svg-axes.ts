import { type Html, type HtmlValue, html } from "../html.js";
import { visibleLine } from "../visible.js";
import { cutPixels, pixelWidth } from "../width.js";
import { type LegendEntry, legendOf, type PlotArea, TEXT_SIZE, X_SPACING, Y_SPACING } from "./frame.js";
import type { Chart, Tick } from "./model.js";
import { SERIES } from "./palette.js";
import { ticksOf } from "./scale.js";
import { pixel, strokeOf, symbolPath } from "./svg-marks.js";

type Scale = (value: number) => number;

export function xAxisSvg({ x, y }: Chart, area: PlotArea, toX: Scale): Html {
  const ticks = ticksOf(x, area.right - area.left, X_SPACING);
  const room = roomBetween(ticks, toX, area.right - area.left);
  const every = Math.max(1, Math.ceil(30 / room));
  const lines: HtmlValue[] = [];
  const labels: HtmlValue[] = [];
  ticks.forEach(({ value, label }, i) => {
    const at = pixel(toX(value));
    if (x.grid !== false) lines.push(html`<path class="g" d="${`M${at},${area.top}V${area.bottom}`}"/>`);
    if (i % every > 0) return;
    const text = cutPixels(visibleLine(label), every * room - 6, TEXT_SIZE);
    labels.push(html`<text class="q" x="${at}" y="${area.bottom + 17}" text-anchor="middle">${text}</text>`);
  });
  if (ticks.length > 0 && y.ticks?.length !== 0) {
    lines.push(html`<path class="r" d="${`M${area.left},${area.bottom}H${area.right}`}"/>`);
  }
  const middle = pixel((area.left + area.right) / 2);
  const name =
    x.label !== undefined &&
    html`<text class="i" x="${middle}" y="${area.bottom + 38}" text-anchor="middle">${x.label}</text>`;
  return html`${lines}${labels}${name}\n`;
}

export function yAxisSvg({ y }: Chart, area: PlotArea, toY: Scale): Html {
  const ticks = ticksOf(y, area.bottom - area.top, Y_SPACING).map(({ value, label }) => {
    const at = pixel(toY(value));
    const text = cutPixels(visibleLine(label), area.left - 14, TEXT_SIZE);
    const line = y.grid !== false && html`<path class="g" d="${`M${area.left},${at}H${area.right}`}"/>`;
    return html`${line}<text class="q" x="${area.left - 8}" y="${pixel(at + 4)}" text-anchor="end">${text}</text>`;
  });
  if (y.label === undefined) return html`${ticks}\n`;
  const turned = `translate(16 ${pixel((area.top + area.bottom) / 2)}) rotate(-90)`;
  return html`${ticks}<text class="i" transform="${turned}" text-anchor="middle">${y.label}</text>\n`;
}

/** The least distance between neighbouring ticks. */
function roomBetween(ticks: readonly Tick[], scale: Scale, most: number): number {
  let room = most;
  for (let i = 1; i < ticks.length; i++) {
    room = Math.min(room, Math.abs(scale(ticks[i]!.value) - scale(ticks[i - 1]!.value)));
  }
  return Math.max(1, room);
}

/** The names of the series in a line below the title, as many as fit. */
export function legendSvg(chart: Chart): Html {
  let left = 12;
  const entries = legendOf(chart.marks).map((entry) => {
    const name = cutPixels(visibleLine(entry.name), 260, TEXT_SIZE);
    const at = left;
    left += 26 + pixelWidth(name, TEXT_SIZE) + 16;
    if (left > chart.width) return html``;
    return html`<g transform="translate(${at} 42)">${sample(entry)}<text class="q" x="26" y="4">${name}</text></g>`;
  });
  return html`${entries}\n`;
}

function sample({ mark, colour }: LegendEntry): Html {
  if (mark.mark === "line")
    return html`<path fill="none" d="M0,0H20" ${strokeOf(colour, mark.width ?? 1.8, mark.dash)}/>`;
  if (mark.mark !== "points")
    return html`<rect x="4" y="-6" width="12" height="12" rx="2" fill="${SERIES[colour]}"/>`;
  const { symbol = "dot", size = 5 } = mark;
  const width = symbol === "dot" ? Math.max(5, size) : 1.8;
  return html`<path fill="none" d="${symbolPath(symbol, 10, 0, 4)}" ${strokeOf(colour, width)} stroke-linecap="round"/>`;
}
