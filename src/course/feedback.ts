import { type Displayable, jupyterDisplay, labelled, type MimeBundle, note } from "../display/index.js";

/** What became of an answer: it is right, wrong, no answer at all, or the capture cannot tell. */
export type Verdict = "right" | "wrong" | "unreadable" | "lacking";

const KINDS = { right: "good", wrong: "bad", unreadable: "warning", lacking: "warning" } as const;

/** What is said to an answer. */
export class Feedback implements Displayable {
  constructor(
    /** Of the exercise: `02-3`. */
    readonly id: string,
    readonly verdict: Verdict,
    /** In the language in which the answer was checked. */
    readonly text: string,
  ) {}

  get solved(): boolean {
    return this.verdict === "right";
  }

  toString(): string {
    return this.text;
  }

  [jupyterDisplay](): MimeBundle {
    return note({ text: labelled(this.id, this.text), kind: KINDS[this.verdict] });
  }
}
