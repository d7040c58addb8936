import { readFileSync } from "node:fs";
import { dependencyFile } from "../../files/package.js";
import type { Bundle } from "../notebook.js";
import { escapeHtml } from "./escape.js";

/** A figure as Plotly draws it: `data`, `layout`, `config`. */
export const plotlyType = "application/vnd.plotly.v1+json";

const chartMark = '<figure class="chart" data-figure>';

/** A chart: its picture, and its figure for the page's script to draw in the picture's place. */
export function chartHtml(figure: unknown, bundle: Bundle, name: string): string {
  const picture = staticPicture(bundle);
  const image = picture ? `<img src="${picture}" alt="${escapeHtml(name)}">` : "";
  const json = JSON.stringify(figure).replaceAll("<", "\\u003c");
  return `${chartMark}${image}<script type="application/json">${json}</script></figure>`;
}

/** Whether there is a chart in a page's body. */
export const hasChart = (body: string): boolean => body.includes(chartMark);

/** The chart library's text, for a page's head. */
export function chartLibrary(): string {
  const text = readFileSync(dependencyFile("plotly.js/dist/plotly-basic.min.js"), "utf8");
  return text.replaceAll("</script", "<\\/script");
}

/** The drawing that a chart's HTML shows where no script runs. */
function staticPicture(bundle: Bundle): string | undefined {
  const html = bundle["text/html"];
  if (typeof html !== "string") return undefined;
  return /\bsrc=["'](data:image\/(?:svg\+xml|png);base64,[\w+/=]+)["']/.exec(html)?.[1];
}
