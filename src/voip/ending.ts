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
  const terminated = after(call, cancel).find(isFinalToInvite);
  return {
    how: "cancelled",
    by: sideOf(call, cancel),
    status: terminated?.message.status,
    time: cancel.time,
    frames: framesOf([cancel, answerTo(call, cancel), terminated]),
  };
}

/** A refusal that was not followed by a new attempt (one with credentials, say), before any answer. */
function byRejection(call: CallSummary): CallEnding | undefined {
  if (answered(call)) return undefined;
  const invite = call.events.findLast(({ message }) => message.method === "INVITE");
  const number = invite?.message.cseq?.number;
  const final = call.events.findLast(
    (event) => isFinalToInvite(event) && event.message.cseq?.number === number,
  );
  if (!final) return undefined;
  const { status } = final.message;
  return { how: "rejected", by: sideOf(call, final), status, time: final.time, frames: [final.frame] };
}

/** The first 2xx to an INVITE. */
export function answered(call: CallSummary): SignallingEvent | undefined {
  return call.events.find((event) => isFinalToInvite(event) && (event.message.status ?? 0) < 300);
}

function isFinalToInvite({ message }: SignallingEvent): boolean {
  return message.cseq?.method === "INVITE" && (message.status ?? 0) >= 200;
}

function answerTo(call: CallSummary, request: SignallingEvent): SignallingEvent | undefined {
  const { cseq, from } = request.message;
  return after(call, request).find(
    ({ message }) =>
      (message.status ?? 0) >= 200 &&
      message.cseq?.number === cseq?.number &&
      message.cseq?.method === cseq?.method &&
      message.from?.tag === from?.tag,
  );
}

/** The messages of a call that follow one of them. */
function after(call: CallSummary, event: SignallingEvent): SignallingEvent[] {
  return call.events.slice(call.events.indexOf(event) + 1);
}

/**
 * Who sent a message. The From tag tells it, whatever proxies passed the message on and though both may share one
 * address: a request is of the one whom From names, a response of the other. Addresses tell where there is no tag.
 */
export function sideOf(call: CallSummary, { source, message }: SignallingEvent): Side {
  const tag = message.from?.tag;
  const byCaller =
    tag === undefined || call.callerTag === undefined
      ? source.address === call.initialSpeaker
      : (tag === call.callerTag) === (message.kind === "request");
  return byCaller ? "caller" : "callee";
}

function framesOf(events: readonly (SignallingEvent | undefined)[]): number[] {
  return events.flatMap((event) => (event ? [event.frame] : []));
}
