import { base64Text } from "../base64.js";
import { type Html, html } from "../html.js";
import { type CellsMark, type Mark, SHADES } from "./model.js";
import { SERIES } from "./palette.js";
import { rounded } from "./reduce.js";

/** A grid's cells in units of a cell, the first row at the bottom: for each shade, a line along each run of cells. */
function cellPaths({ columns, rows, shades, colour }: CellsMark): Html {
  const paths = Array.from({ length: SHADES + 1 }, () => "");
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; ) {
      const shade = Math.min(SHADES, shades[column * rows + row]!);
      let end = column + 1;
      while (end < columns && Math.min(SHADES, shades[end * rows + row]!) === shade) end++;
      if (shade > 0) paths[shade] += `M${column},${rows - row - 0.5}h${end - column}`;
      column = end;
    }
  }
  return html`${paths.map(
    (path, shade) =>
      path !== "" &&
      html`<path fill="none" stroke="${SERIES[colour]}" stroke-width="1.04" stroke-opacity="${shade / SHADES}" d="${path}"/>`,
  )}`;
}

/** In a picture, at places in pixels. */
export function cellsSvg(
  mark: CellsMark,
  toX: (value: number) => number,
  toY: (value: number) => number,
): Html {
  const [left, top] = [toX(mark.x0), toY(mark.y1)];
  const width = (toX(mark.x1) - left) / (mark.columns || 1);
  const height = (toY(mark.y0) - top) / (mark.rows || 1);
  const place = `translate(${rounded(left)},${rounded(top)}) scale(${rounded(width)},${rounded(height)})`;
  return html`<g transform="${place}" shape-rendering="crispEdges">${cellPaths(mark)}</g>\n`;
}

/** For Plotly: the grids as pictures that lie in the plot and are zoomed with it. */
export function imagesOf(marks: readonly Mark[]): Record<string, unknown>[] {
  return marks.flatMap((mark) =>
    mark.mark !== "cells" || mark.columns === 0
      ? []
      : {
          source: `data:image/svg+xml;base64,${base64Text(standalone(mark))}`,
          xref: "x",
          yref: "y",
          x: rounded(mark.x0),
          y: rounded(mark.y1),
          sizex: rounded(mark.x1 - mark.x0),
          sizey: rounded(mark.y1 - mark.y0),
          sizing: "stretch",
          layer: "below",
        },
  );
}

function standalone(mark: CellsMark): string {
  const box = `0 0 ${mark.columns} ${mark.rows}`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${mark.columns * 3}" height="${mark.rows * 3}" viewBox="${box}" preserveAspectRatio="none" shape-rendering="crispEdges">${cellPaths(mark)}</svg>`.toString();
}
