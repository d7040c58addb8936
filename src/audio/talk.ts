import { levels } from "./envelope.js";
import { RATE, type Sound, seconds } from "./sound.js";
import { between, intersections, type Span } from "./span.js";

export interface TalkOptions {
  /** Level in dBFS at which talk begins; −40 if not given. */
  on?: number;
  /** Level in dBFS below which it may end; −46 if not given. */
  off?: number;
  /** How long it must stay below to end, in seconds: pauses between words are talk. 0.5 if not given. */
  hangover?: number;
  /** Shorter stretches are clicks, in seconds; 0.1 if not given. */
  shortest?: number;
}

/** 20 ms, in samples. */
const WINDOW = 160;

/** When somebody talks, in seconds from the start, by level with hysteresis, to 20 ms. */
export function talkSpans(samples: Int16Array, options: TalkOptions = {}): Span[] {
  const { on = -40, off = -46, hangover = 0.5, shortest = 0.1 } = options;
  const level = levels(samples, WINDOW);
  const patience = Math.max(1, Math.round((hangover * RATE) / WINDOW));
  const spans: Span[] = [];
  let began = -1;
  let ended = 0;
  const close = () => {
    const span = { start: (began * WINDOW) / RATE, end: Math.min(ended * WINDOW, samples.length) / RATE };
    if (span.end - span.start >= shortest) spans.push(span);
    began = -1;
  };
  for (const [window, decibels] of level.entries()) {
    if (began === -1 && decibels >= on) began = window;
    if (began === -1) continue;
    if (decibels >= off || began === window) ended = window + 1;
    else if (window + 1 - ended >= patience) close();
  }
  if (began !== -1) close();
  return spans;
}

/** Who talks when in a call, in seconds from its start. */
export interface Conversation {
  readonly caller: readonly Span[];
  readonly callee: readonly Span[];
  /** Both at once. */
  readonly both: readonly Span[];
  /** Neither. */
  readonly silence: readonly Span[];
}

/** Finds who talks when, in the stereo sound of a call. */
export function conversation(call: Sound, options: TalkOptions = {}): Conversation {
  const [caller, callee] = call.channels.map((channel) => talkSpans(channel, options));
  const length = seconds(call);
  const silence = between([caller, callee], length);
  return { caller, callee, both: intersections(caller, callee), silence };
}
