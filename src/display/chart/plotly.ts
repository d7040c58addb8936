import { language } from "../../language.js";
import { messages } from "../messages.js";
import { imagesOf } from "./cells.js";
import { FONT, marginsOf, TEXT_SIZE, TITLE_SIZE } from "./frame.js";
import { type Axis, type Chart, everyMark, still } from "./model.js";
import { LIGHT } from "./palette.js";
import { annotationsOf, shapesOf, textTraces } from "./plotly-layout.js";
import { SLIDER_HEIGHT, slidersOf } from "./plotly-slider.js";
import { plotlyText } from "./plotly-text.js";
import { pointLimits, tracesOf } from "./plotly-traces.js";

/** A figure as `application/vnd.plotly.v1+json` holds it. */
export interface PlotlyFigure {
  data: Record<string, unknown>[];
  layout: Record<string, unknown>;
  config: Record<string, unknown>;
}

/** A chart for Plotly; only traces of type `scatter` and `bar`. */
export function plotlyFigure(chart: Chart): PlotlyFigure {
  const images = imagesOf(chart.marks);
  const { paper, ink } = LIGHT;
  const first = still(chart);
  const { top, right, bottom, left } = marginsOf(first);
  const below = chart.slider ? SLIDER_HEIGHT : 0;
  const { data, sliders } = traces(chart);
  return {
    data,
    layout: {
      title: {
        text: plotlyText(first.title),
        font: { size: TITLE_SIZE, weight: 600 },
        x: 0,
        xanchor: "left",
        y: 1,
        yanchor: "top",
        yref: "container",
        pad: { l: 12, t: 9 },
      },
      height: chart.height + below,
      margin: { t: top, r: right, b: bottom + below, l: left },
      font: { family: FONT, size: TEXT_SIZE, color: ink },
      paper_bgcolor: paper,
      plot_bgcolor: paper,
      hovermode: "closest",
      hoverlabel: {
        bgcolor: LIGHT.ink,
        bordercolor: LIGHT.ink,
        font: { color: LIGHT.paper, family: FONT },
        align: "left",
        namelength: -1,
      },
      legend: { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom" },
      modebar: { bgcolor: "rgba(0,0,0,0)", color: "#767b84", activecolor: "#2f81d6" },
      separators: language() === "fr" ? ",\u202f" : ".,",
      barmode: "overlay",
      dragmode: chart.x.fixed && chart.y.fixed ? false : "zoom",
      xaxis: axisOf(chart.x),
      yaxis: axisOf(chart.y),
      shapes: shapesOf(first.marks),
      annotations: annotationsOf(chart.marks),
      ...(images.length > 0 && { images }),
      ...(sliders !== undefined && { sliders }),
    },
    config: {
      displaylogo: false,
      typesetMath: false,
      modeBarButtons: [
        chart.x.fixed && chart.y.fixed ? ["toImage"] : ["zoom2d", "pan2d", "resetScale2d", "toImage"],
      ],
      ...(language() === "fr" && {
        locale: "fr",
        locales: { fr: { dictionary: messages().plotly, format: {} } },
      }),
    },
  };
}

/** The chart's own traces, then those of each step of its slider, of which the active one's are shown. */
function traces(chart: Chart): { data: Record<string, unknown>[]; sliders?: object } {
  const limits = pointLimits(everyMark(chart));
  const own = chart.marks.flatMap((mark, i) => tracesOf(mark, limits[i]!));
  const texts = textTraces(chart.marks);
  const { slider } = chart;
  if (!slider) return { data: [...own, ...texts] };
  let next = chart.marks.length;
  const steps = slider.steps.map(({ marks }, i) =>
    marks.flatMap((mark) =>
      tracesOf(mark, limits[next++]!).map((trace) => ({ ...trace, visible: i === slider.active })),
    ),
  );
  const data = [...own, ...texts, ...steps.flat()];
  const counts = steps.map(({ length }) => length);
  return { data, sliders: slidersOf(chart, slider, own.length + texts.length, counts) };
}

function axisOf(axis: Axis): Record<string, unknown> {
  const { ticks } = axis;
  return {
    ...(axis.label !== undefined && { title: { text: plotlyText(axis.label), standoff: 12 } }),
    range: axis.reversed ? [axis.max, axis.min] : [axis.min, axis.max],
    ...(axis.fixed && { fixedrange: true }),
    ...(ticks && {
      tickmode: "array",
      tickvals: ticks.map(({ value }) => value),
      ticktext: ticks.map(({ label }) => plotlyText(label)),
    }),
    showgrid: axis.grid !== false && ticks?.length !== 0,
    showticklabels: ticks?.length !== 0,
    gridcolor: LIGHT.grid,
    zeroline: false,
    separatethousands: true,
    tickfont: { color: LIGHT.quiet },
  };
}
