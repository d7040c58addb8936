import type { MimeBundle } from "../bundle.js";
import { type Frames, frameReference } from "../frames.js";
import { html } from "../html.js";
import { labelled } from "../labelled.js";
import { messages } from "../messages.js";
import { shell } from "../shell.js";
import proseStyle from "../style/prose.css?raw";
import type { Highlight } from "../table/options.js";
import { cut, visibleLine } from "../visible.js";

export interface NoteOptions {
  /** One sentence. */
  text: string;
  /** What kind of remark this is; plain when absent. */
  kind?: Highlight;
  frames?: Frames;
}

const signs = { good: "✓", warning: "!", bad: "✗", plain: "i" } as const;
const LONGEST = 2000;

/** A remark of one sentence. */
export function note({ text, kind, frames }: NoteOptions): MimeBundle {
  const sentence = cut(visibleLine(text), LONGEST);
  const sign = signs[kind ?? "plain"];
  const { label, filter } = frameReference(frames);
  const proof = label !== "" && html` <small title="${filter ?? ""}">${messages().frames(label)}</small>`;
  const word = kind ? messages()[kind] : messages().remark;
  const content = html`<p class="${kind ?? "plain"}" role="note"><b role="img" aria-label="${word}">${sign}</b> <span>${sentence}</span>${proof}</p>`;
  return {
    "text/html": shell("note", proseStyle, content).toString(),
    "text/plain": `${labelled(word, sentence)}${label === "" ? "" : ` (${messages().frames(label)})`}`,
  };
}
