import { conversation, type Sound, type Span, seconds } from "../audio/index.js";
import {
  type Displayable,
  facts,
  jupyterDisplay,
  labelled,
  type MimeBundle,
  number,
  timeline,
} from "../display/index.js";
import { words } from "./messages.js";
import { View } from "./view.js";

/** How the time of a conversation is shared out, in seconds. */
export class Talk implements Displayable {
  /** Of the whole. */
  readonly duration: number;
  private readonly spans: ReturnType<typeof conversation>;

  /** From the stereo sound of a call. */
  constructor(sound: Sound) {
    this.duration = seconds(sound);
    this.spans = conversation(sound);
  }

  /** Each side's talk, the other's included. */
  get caller(): number {
    return total(this.spans.caller);
  }

  get callee(): number {
    return total(this.spans.callee);
  }

  /** Both at once. */
  get both(): number {
    return total(this.spans.both);
  }

  get silence(): number {
    return total(this.spans.silence);
  }

  /** How often one side began to talk. */
  get turns(): number {
    return this.spans.caller.length + this.spans.callee.length;
  }

  /** Who talks when, both at once, and when nobody does. */
  timeline(): View {
    return new View(() =>
      timeline({
        title: words().talk,
        to: this.duration,
        lanes: this.lanes().map(({ label, spans }) => ({
          label,
          spans: spans.map(({ start, end }) => ({ start, stop: end })),
          summary: labelled(label, this.part(spans)),
        })),
      }),
    );
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    const shares = this.lanes().map(({ label, spans }) => ({ label, value: this.part(spans) }));
    return facts({ title: h.talk, facts: [...shares, { label: h.turns, value: this.turns }] });
  }

  private lanes(): { label: string; spans: readonly Span[] }[] {
    const h = words();
    const { caller, callee, both, silence } = this.spans;
    return [
      { label: h.callerTalks, spans: caller },
      { label: h.calleeTalks, spans: callee },
      { label: h.bothTalk, spans: both },
      { label: h.silence, spans: silence },
    ];
  }

  private part(spans: readonly Span[]): string {
    const value = total(spans);
    return `${number(value, 1)} s (${number((100 * value) / (this.duration || 1), 0)} %)`;
  }
}

function total(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
