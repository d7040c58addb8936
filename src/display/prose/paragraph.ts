import type { MimeBundle } from "../bundle.js";
import { type Frames, frameReference } from "../frames.js";
import { html } from "../html.js";
import { messages } from "../messages.js";
import { shell } from "../shell.js";
import proseStyle from "../style/prose.css?raw";
import { cut, visibleLine } from "../visible.js";
import { markdown } from "./markdown.js";

export interface ParagraphOptions {
  title: string;
  /** Several sentences, as text. */
  text: string;
  frames?: Frames;
  /** Where it is written: `RFC 3261 §10.2`. */
  source?: string;
}

const LONGEST = 4000;

/** A paragraph under a title, with the frames it speaks of and its source. */
export function paragraph({ title, text, frames, source }: ParagraphOptions): MimeBundle {
  const head = cut(visibleLine(title), LONGEST);
  const body = cut(visibleLine(text), LONGEST);
  const { label, filter } = frameReference(frames);
  const foot = [label === "" ? undefined : messages().frames(label), source && visibleLine(source)]
    .filter(Boolean)
    .join(" · ");
  const content = html`<p><b>${head}</b></p><p><span>${body}</span></p>${foot !== "" && html`<p><small title="${filter ?? ""}">${foot}</small></p>`}`;
  return {
    "text/html": shell("paragraph", proseStyle, content).toString(),
    "text/markdown": (foot === ""
      ? markdown`**${head}**\n\n${body}`
      : markdown`**${head}**\n\n${body}\n\n${foot}`)["text/markdown"],
    "text/plain": [head, body, ...(foot === "" ? [] : [`(${foot})`])].join("\n"),
  };
}
