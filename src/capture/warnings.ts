import type { CaptureWarning } from "./frame.js";
import { messages } from "./messages.js";

/** Damage after this is counted in one last warning: a hostile file must not fill memory with sentences. */
const MAX_WARNINGS = 100;

/** What was not as it should be, in the order met. */
export class WarningLog {
  readonly warnings: CaptureWarning[] = [];
  #more = 0;

  /** `frame` could not be read. */
  frame(offset: number, frame: number, what: string): void {
    this.#add(offset, frame, messages().atFrame(frame, offset, what));
  }

  /** Something that is not a frame, after `frame`. */
  between(offset: number, frame: number, what: string): void {
    this.#add(offset, frame, messages().afterFrame(frame, offset, what));
  }

  #add(offset: number, frame: number, text: string): void {
    if (this.warnings.length < MAX_WARNINGS) this.warnings.push({ offset, frame, text });
    else
      this.warnings[MAX_WARNINGS] = {
        offset,
        frame,
        text: messages().moreWarnings(++this.#more, frame, offset),
      };
  }
}
