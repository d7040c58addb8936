import { type Html, raw, script } from "../html.js";

/** Where charts get the chart library (plotly.js) from that makes them live. */
export interface ChartLibrary {
  /** The text of a plotly.js distribution that draws `scatter` and `bar`: `plotly.js/dist/plotly-basic.min.js`. */
  source(): string;
  /** The cell in which the next chart will be shown, and which run of it this is; absent where nobody knows. */
  place?(): { cell: string; run: number } | undefined;
}

let library: ChartLibrary | "page" | undefined;
let carrier: { cell: string; run: number } | "somewhere" | undefined;

/**
 * Says where charts get their library from, at the start of a document (a kernel's session, a page): the first chart
 * then carries the library and the later ones wait for it. `"page"`: no chart carries it, the page does (see
 * `chartLibraryScript`). `undefined`: there is none; charts stay pictures unless the page has one.
 */
export function setChartLibrary(next: ChartLibrary | "page" | undefined): void {
  library = next;
  carrier = undefined;
}

/**
 * The library, when the next chart has to carry it: the first of the document, and the first of the same cell when
 * that cell runs again, since its earlier output is then gone.
 */
export function carriedLibrary(): Html {
  if (library === undefined || library === "page") return raw("");
  const place = library.place?.();
  if (carrier !== undefined) {
    const again = typeof carrier === "object" && carrier.cell === place?.cell && carrier.run !== place.run;
    if (!again) return raw("");
  }
  carrier = place ?? "somewhere";
  return chartLibraryScript(library.source());
}

const MARK = "data-voiplab-library";

/**
 * The library as a script element, for a page's head or a chart. It runs once a page. AMD and CommonJS loaders around
 * it (RequireJS in nbconvert's pages and the classic notebook) are hidden from it, or they would swallow it.
 */
export function chartLibraryScript(source: string): Html {
  const code = `(function(define,module,exports,require){if(!window.Plotly){
${source}
}window.dispatchEvent(new Event("voiplab:library"))}).call(window)`;
  return script(code, MARK);
}

const OPENING = `<script ${MARK}>`;
const CLOSING = "</script>";

/** A chart's HTML without the library it may carry, for a page that supplies it itself. */
export function withoutChartLibrary(markup: string): string {
  const start = markup.indexOf(OPENING);
  if (start < 0) return markup;
  const end = markup.indexOf(CLOSING, start);
  return end < 0 ? markup : markup.slice(0, start) + markup.slice(end + CLOSING.length);
}
