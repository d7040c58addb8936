import type { Bundle } from "../notebook.js";

/** A figure as Plotly draws it: `data`, `layout`, `config`. */
export const plotlyType = "application/vnd.plotly.v1+json";

/** What is there until the chart is: a picture of nothing. */
const blank = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";

/**
 * A chart. Ours come as HTML that holds the figure, a picture of it and a caption; of those that others made, the
 * figure alone is taken and given the same form, so that one script makes all of a page's charts live.
 */
export function chartHtml(figure: unknown, bundle: Bundle, name: string): string {
  const html = bundle["text/html"];
  if (typeof html === "string" && html.includes("voiplab-chart")) return html;
  const json = JSON.stringify(figure).replaceAll("<", "\\u003c");
  return `<div class="voiplab voiplab-chart"><figure><img src="${blank}" alt="${name}"><script type="application/json">${json}</script></figure></div>`;
}
