import { MONO, TEXT_SIZE } from "./frame.js";
import type { Mark, TextMark } from "./model.js";
import { LIGHT } from "./palette.js";
import { plotlyText } from "./plotly-text.js";
import { rounded } from "./reduce.js";

export function shapesOf(marks: readonly Mark[]): Record<string, unknown>[] {
  return marks.flatMap((mark) =>
    mark.mark !== "rule"
      ? []
      : {
          type: "line",
          layer: "below",
          x0: rounded(mark.x0),
          y0: rounded(mark.y0),
          x1: rounded(mark.x1),
          y1: rounded(mark.y1),
          opacity: 0.6,
          line: { color: LIGHT.quiet, width: 1, dash: mark.dash ?? "solid" },
        },
  );
}

/** Texts with paper behind them; all others are traces, which Plotly draws many times faster. */
export function annotationsOf(marks: readonly Mark[]): Record<string, unknown>[] {
  return marks.flatMap((mark) => (mark.mark === "text" && mark.backed ? annotation(mark) : []));
}

function annotation(mark: TextMark) {
  const { x, y, text, align = "left" } = mark;
  return {
    x: rounded(x),
    y: rounded(y),
    text: plotlyText(text),
    showarrow: false,
    xanchor: align === "middle" ? "center" : align,
    yanchor: "middle",
    borderpad: 0,
    font: fontOf(mark),
    bgcolor: LIGHT.paper,
  };
}

const places = { left: "middle right", middle: "middle center", right: "middle left" } as const;

/** Texts that look the same, as one trace. */
export function textTraces(marks: readonly Mark[]): Record<string, unknown>[] {
  const groups = new Map<string, TextMark[]>();
  for (const mark of marks) {
    if (mark.mark !== "text" || mark.backed) continue;
    const { size, style, align, quiet } = mark;
    const key = `${size} ${style} ${align} ${quiet}`;
    const group = groups.get(key);
    if (group) group.push(mark);
    else groups.set(key, [mark]);
  }
  return [...groups.values()].map((texts) => ({
    type: "scatter",
    mode: "text",
    x: texts.map(({ x }) => rounded(x)),
    y: texts.map(({ y }) => rounded(y)),
    text: texts.map(({ text }) => plotlyText(text)),
    textposition: places[texts[0]!.align ?? "left"],
    textfont: fontOf(texts[0]!),
    cliponaxis: false,
    opacity: texts[0]!.quiet ? 0.75 : 1,
    hoverinfo: "skip",
    showlegend: false,
  }));
}

function fontOf({ size = TEXT_SIZE, style, quiet }: TextMark) {
  return {
    size,
    color: quiet ? LIGHT.quiet : LIGHT.ink,
    ...(style === "bold" && { weight: 600 }),
    ...(style === "mono" && { family: MONO }),
  };
}
