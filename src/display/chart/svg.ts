import { type Html, html, style } from "../html.js";
import { visibleLine } from "../visible.js";
import { cutPixels } from "../width.js";
import { FONT, plotArea, TEXT_SIZE, TITLE_SIZE } from "./frame.js";
import type { Chart } from "./model.js";
import { DARK, LIGHT } from "./palette.js";
import { scaleOf } from "./scale.js";
import { legendSvg, xAxisSvg, yAxisSvg } from "./svg-axes.js";
import { markSvg } from "./svg-marks.js";

/**
 * A chart as a picture that stands alone (SVG 1.1). It is dark where the page around it is: browsers hand an
 * element's `color-scheme` on to the pictures in it.
 */
export function chartSvg(chart: Chart): string {
  const { width, height, title } = chart;
  const area = plotArea(chart);
  const toX = scaleOf(chart.x, area.left, area.right);
  const toY = scaleOf(chart.y, area.bottom, area.top);
  const marks = chart.marks.map((mark) => markSvg(mark, toX, toY, area.right - area.left));
  const box = `${area.left} ${area.top} ${area.right - area.left} ${area.bottom - area.top}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${`0 0 ${width} ${height}`}" font-family="${FONT}" font-size="${TEXT_SIZE}">
<title>${title}</title><desc>${chart.description}</desc>${STYLE}
<rect class="p" width="100%" height="100%"/>
<text class="i" x="12" y="21" font-size="${TITLE_SIZE}" font-weight="600">${cutPixels(visibleLine(title), width - 24, TITLE_SIZE, "bold")}</text>
${legendSvg(chart)}${xAxisSvg(chart, area, toX)}${yAxisSvg(chart, area, toY)}
<svg x="${area.left}" y="${area.top}" width="${area.right - area.left}" height="${area.bottom - area.top}" viewBox="${box}">
${marks}
</svg></svg>`.toString();
}

const themed = ({ paper, ink, quiet, grid }: typeof LIGHT): string =>
  `.p{fill:${paper}}.i{fill:${ink}}.q{fill:${quiet}}.g{stroke:${grid}}.r{stroke:${quiet};stroke-opacity:.6}` +
  `.b{stroke:${paper};stroke-width:4px;paint-order:stroke}`;

const STYLE: Html = style(`${themed(LIGHT)}@media (prefers-color-scheme:dark){${themed(DARK)}}`);
