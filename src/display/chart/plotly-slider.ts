import type { Chart, Slider } from "./model.js";
import { LIGHT, SERIES } from "./palette.js";
import { shapesOf } from "./plotly-layout.js";
import { plotlyText } from "./plotly-text.js";

/** What a slider takes below the chart, in pixels. */
export const SLIDER_HEIGHT = 74;
const QUICK = { duration: 0 };

/**
 * A chart's slider for Plotly's layout: each step shows its own traces, lines and title.
 *
 * @param own how many traces the chart has without the slider; those of the steps follow them
 * @param traces how many each step has
 */
export function slidersOf(chart: Chart, slider: Slider, own: number, traces: readonly number[]) {
  const total = traces.reduce((sum, count) => sum + count, 0);
  let next = 0;
  const steps = slider.steps.map(({ label, title, marks }, i) => {
    const first = next;
    next += traces[i]!;
    const shown = Array.from({ length: total }, (_, trace) => trace >= first && trace < first + traces[i]!);
    const layout = { "title.text": plotlyText(title), shapes: shapesOf([...chart.marks, ...marks]) };
    const visible = [...Array.from({ length: own }, () => true), ...shown];
    return { label: plotlyText(label), method: "update", args: [{ visible }, layout] };
  });
  const [prefix = "", suffix = ""] = slider.label.split("%");
  return [
    {
      active: slider.active,
      steps,
      pad: { t: 44, b: 4 },
      x: 0,
      len: 1,
      transition: QUICK,
      bgcolor: SERIES.blue,
      activebgcolor: SERIES.blue,
      bordercolor: SERIES.grey,
      tickcolor: LIGHT.quiet,
      font: { color: LIGHT.quiet },
      currentvalue: {
        prefix: plotlyText(prefix),
        suffix: plotlyText(suffix),
        xanchor: "left",
        offset: 14,
        font: { color: LIGHT.ink },
      },
    },
  ];
}
