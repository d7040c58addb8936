import { type Displayable, jupyterDisplay, type MimeBundle, paragraph } from "../../display/index.js";

/** What sentences of a frame are made of. */
export interface Told {
  /** Who, to whom, what. */
  title: string;
  /** In the order in which they are said. */
  sentences: readonly (string | undefined)[];
  /** The other frames that the sentences name. */
  frames?: readonly (number | undefined)[];
  /** Where it is written: `RFC 3261 §10.2`. */
  reference?: string | undefined;
}

/** A frame in plain words: who says what to whom, what it answers, what comes next. */
export class Explanation implements Displayable {
  /** One line: the frame, its time, who to whom, what. */
  readonly title: string;
  /** The paragraph, as plain text. */
  readonly text: string;
  /** The other frames that it names. */
  readonly frames: readonly number[];
  /** The standard's section: `RFC 3261 §10.2`. */
  readonly reference: string | undefined;

  constructor({ title, sentences, frames = [], reference }: Told) {
    this.title = title;
    this.text = sentences.filter((sentence) => sentence !== undefined && sentence !== "").join(" ");
    this.frames = [...new Set(frames.filter((frame) => frame !== undefined))].sort((a, b) => a - b);
    this.reference = reference;
  }

  toString(): string {
    return String(this[jupyterDisplay]()["text/plain"]);
  }

  [jupyterDisplay](): MimeBundle {
    const { title, text, frames, reference } = this;
    return paragraph({ title, text, frames, ...(reference !== undefined && { source: reference }) });
  }
}
