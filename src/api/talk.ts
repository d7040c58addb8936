import { conversation, type Sound, seconds } from "../audio/index.js";
import { type Displayable, facts, jupyterDisplay, type MimeBundle, number } from "../display/index.js";
import { words } from "./messages.js";

/** How the time of a conversation is shared out, in seconds. */
export class Talk implements Displayable {
  /** Each side's talk, the other's included. */
  readonly caller: number;
  readonly callee: number;
  /** Both at once. */
  readonly both: number;
  readonly silence: number;
  /** Of the whole. */
  readonly duration: number;
  /** How often one side began to talk. */
  readonly turns: number;

  /** From the stereo sound of a call. */
  constructor(sound: Sound) {
    const spans = conversation(sound);
    const total = (side: readonly { start: number; end: number }[]) =>
      side.reduce((sum, { start, end }) => sum + end - start, 0);
    this.caller = total(spans.caller);
    this.callee = total(spans.callee);
    this.both = total(spans.both);
    this.duration = seconds(sound);
    this.silence = Math.max(0, this.duration - this.caller - this.callee + this.both);
    this.turns = spans.caller.length + spans.callee.length;
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    const part = (value: number) =>
      `${number(value, 1)} s (${number((100 * value) / (this.duration || 1), 0)} %)`;
    return facts({
      title: h.talk,
      facts: [
        { label: h.callerTalks, value: part(this.caller) },
        { label: h.calleeTalks, value: part(this.callee) },
        { label: h.bothTalk, value: part(this.both) },
        { label: h.silence, value: part(this.silence) },
        { label: h.turns, value: this.turns },
      ],
    });
  }
}
