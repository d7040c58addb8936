import { alignedLines } from "../aligned.js";
import type { MimeBundle } from "../bundle.js";
import { cellText, type ValueKind } from "../cells.js";
import { type Frames, frameReference } from "../frames.js";
import { html } from "../html.js";
import { messages } from "../messages.js";
import { shell } from "../shell.js";
import proseStyle from "../style/prose.css?raw";
import { visibleLine } from "../visible.js";

/** Something known, with the frames that say so. */
export interface Fact {
  label: string;
  value: string | number | boolean | undefined;
  /** `number` for numbers and `text` for all others, when absent. */
  kind?: ValueKind;
  frames?: Frames;
}

export interface FactsOptions {
  title?: string;
  facts: readonly Fact[];
}

/** Facts as a card: a label and a value a line; those without a value are left out. */
export function facts({ title, facts: given }: FactsOptions): MimeBundle {
  const known = given.filter(({ value }) => value !== undefined && value !== "");
  const ready = known.map(({ label, value, kind, frames }) => ({
    label: visibleLine(label),
    value: cellText(value, kind ?? (typeof value === "number" ? "number" : "text")),
    reference: frameReference(frames),
  }));
  const items = ready.map(({ label, value, reference }) => {
    const proof =
      reference.label !== "" &&
      html` <small title="${reference.filter ?? ""}">${messages().frames(reference.label)}</small>`;
    return html`<dt>${label}</dt><dd><span>${value}</span>${proof}</dd>\n`;
  });
  const head = title !== undefined && html`<p><b>${title}</b></p>`;
  const cells = ready.map(({ label, value, reference }) => {
    return [label, value + (reference.label === "" ? "" : `  (${messages().frames(reference.label)})`)];
  });
  const lines = alignedLines(cells, ["left", "left"]);
  return {
    "text/html": shell("facts", proseStyle, html`${head}<dl>${items}</dl>`).toString(),
    "text/plain": [...(title === undefined ? [] : [visibleLine(title)]), ...lines].join("\n"),
  };
}
