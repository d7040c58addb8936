import type { CallSummary } from "./calls.js";
import { answered, endingOf } from "./ending.js";
import type { SignallingEvent } from "./signalling.js";

/** The moments of a call, in nanoseconds since the first frame; absent where the capture does not show them. */
export interface CallProgress {
  /** First INVITE. */
  dialled: number;
  /** First 180 or 183. */
  ringing: number | undefined;
  /** 2xx to the INVITE. */
  answered: number | undefined;
  /** BYE, CANCEL or final refusal. */
  ended: number | undefined;
  /** Nanoseconds from the INVITE to the first 18x (post-dial delay, RFC 6076 §4.3 calls it SRD). */
  postDialDelay: number | undefined;
  /** Nanoseconds from the first 18x to the answer or the end. */
  ringTime: number | undefined;
  /** Nanoseconds from the answer to the end. */
  talkTime: number | undefined;
}

/** The moments of a call, from its messages. */
export function progressOf(call: CallSummary): CallProgress {
  const dialled = call.start;
  const ringing = call.events.find(isRinging)?.time;
  const answer = answered(call)?.time;
  const ended = endingOf(call).time;
  return {
    dialled,
    ringing,
    answered: answer,
    ended,
    postDialDelay: difference(dialled, ringing),
    ringTime: difference(ringing, answer ?? ended),
    talkTime: difference(answer, ended),
  };
}

function isRinging({ message }: SignallingEvent): boolean {
  return message.cseq?.method === "INVITE" && (message.status === 180 || message.status === 183);
}

function difference(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : to - from;
}
