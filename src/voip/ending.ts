import type { CallSummary } from "./calls.js";
import type { SignallingEvent } from "./signalling.js";

/** Who of a call is meant: the one who sent the first INVITE, or the other. */
export type Side = "caller" | "callee";

/** How a call ended, and the frames that say so. */
export interface CallEnding {
  /**
   * `hung up` (BYE), `cancelled` (CANCEL before an answer), `rejected` (a final answer of 300 or more),
   * `open` (the capture ends first).
   */
  how: "hung up" | "cancelled" | "rejected" | "open";
  /** Who ended it; absent while it is open. */
  by: Side | undefined;
  /** The final answer to the INVITE or to the request that ended the call. */
  status: number | undefined;
  /** Of the message that ended the call, in nanoseconds since the first frame. */
  time: number | undefined;
  /** BYE and its answer; CANCEL, its answer and the 487; the final answer. */
  frames: number[];
}

/** Reads how a call ended from its messages (RFC 3261 §15, §9, §21.4–6). */
export function endingOf(call: CallSummary): CallEnding {
  return byBye(call) ?? byCancel(call) ?? byRejection(call) ?? openEnding;
}

const openEnding: CallEnding = { how: "open", by: undefined, status: undefined, time: undefined, frames: [] };

function byBye(call: CallSummary): CallEnding | undefined {
  const bye = call.events.find((event) => event.message.method === "BYE");
  if (!bye) return undefined;
  const answer = answerTo(call, bye);
  return {
    how: "hung up",
    by: sideOf(call, bye),
    status: answer?.message.status,
    time: bye.time,
    frames: framesOf([bye, answer]),
  };
}

function byCancel(call: CallSummary): CallEnding | undefined {
  const cancel = call.events.find((event) => event.message.method === "CANCEL");
  if (!cancel || answered(call)) return undefined;
  const terminated = call.events.find((event) => isFinalToInvite(event) && event.frame > cancel.frame);
  return {
    how: "cancelled",
    by: sideOf(call, cancel),
    status: terminated?.message.status,
    time: cancel.time,
    frames: framesOf([cancel, answerTo(call, cancel), terminated]),
  };
}

function byRejection(call: CallSummary): CallEnding | undefined {
  const final = call.events.filter(isFinalToInvite).at(-1);
  const status = final?.message.status ?? 0;
  if (!final || status < 300) return undefined;
  return { how: "rejected", by: sideOf(call, final), status, time: final.time, frames: [final.frame] };
}

/** Whether a 2xx to an INVITE was seen. */
export function answered(call: CallSummary): SignallingEvent | undefined {
  return call.events.find((event) => isFinalToInvite(event) && (event.message.status ?? 0) < 300);
}

function isFinalToInvite({ message }: SignallingEvent): boolean {
  return message.cseq?.method === "INVITE" && (message.status ?? 0) >= 200;
}

function answerTo(call: CallSummary, request: SignallingEvent): SignallingEvent | undefined {
  const { cseq } = request.message;
  return call.events.find(
    ({ frame, message }) =>
      frame > request.frame &&
      (message.status ?? 0) >= 200 &&
      message.cseq?.number === cseq?.number &&
      message.cseq?.method === cseq?.method,
  );
}

export function sideOf(call: CallSummary, event: SignallingEvent): Side {
  return event.source.address === call.initialSpeaker ? "caller" : "callee";
}

function framesOf(events: readonly (SignallingEvent | undefined)[]): number[] {
  return events.flatMap((event) => (event ? [event.frame] : []));
}
