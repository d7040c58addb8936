import { base64Text } from "../base64.js";
import type { MimeBundle } from "../bundle.js";
import { html, jsonScript, script } from "../html.js";
import { messages } from "../messages.js";
import { shell } from "../shell.js";
import chartStyle from "../style/chart.css?raw";
import chartScript from "./chart.page.js?raw";
import { carriedLibrary } from "./library.js";
import { type Chart, everyMark, still } from "./model.js";
import { plotlyFigure } from "./plotly.js";
import { pointLimits, pointsOf } from "./plotly-traces.js";
import { chartSvg } from "./svg.js";

/** A chart as a MIME bundle: Plotly's figure, a picture that becomes the live chart where scripts run, and text. */
export function chartBundle(chart: Chart, text: string): MimeBundle {
  const figure = plotlyFigure(chart);
  return {
    "application/vnd.plotly.v1+json": figure,
    "text/html": chartHtml(chart, figure),
    "text/plain": text,
  };
}

/** What makes the charts of a page live, once its library is there: each chart's HTML holds it. */
export const chartBehaviour: string = chartScript;

function chartHtml(chart: Chart, figure: unknown): string {
  const { width, height, minWidth = 320, maxWidth } = chart;
  const notes = [chart.caption, reduction(chart)].filter((note) => note !== undefined);
  const caption = notes.length > 0 && html`<figcaption>${notes.join(" ")}</figcaption>`;
  const limits =
    maxWidth === undefined
      ? html`style="min-width:${minWidth}px"`
      : html`style="min-width:${minWidth}px;max-width:${maxWidth}px"`;
  const picture = `data:image/svg+xml;base64,${base64Text(chartSvg(still(chart)))}`;
  const content = html`<figure ${limits}><img src="${picture}" width="${width}" height="${height}" alt="${chart.description}">${jsonScript(figure)}${caption}</figure>${carriedLibrary()}${script(chartScript)}`;
  return shell("chart", chartStyle, content).toString();
}

/** How many points are drawn of how many, when not all are. */
function reduction(chart: Chart): string | undefined {
  const marks = everyMark(chart);
  const limits = pointLimits(marks);
  let all = 0;
  let drawn = 0;
  marks.forEach((mark, i) => {
    all += pointsOf(mark);
    drawn += limits[i]!;
  });
  return drawn < all ? messages().reduced(drawn, all) : undefined;
}
