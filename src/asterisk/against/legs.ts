import type { CallSummary } from "../../voip/calls.js";
import { answered } from "../../voip/ending.js";
import type { SignallingEvent } from "../../voip/signalling.js";

/** A call that the server makes to a phone, because of a `Dial`. */
export interface Leg {
  name: string;
  call: CallSummary;
  /** The phone's 2xx. */
  answer: SignallingEvent | undefined;
  /** The server's CANCEL. */
  cancel: SignallingEvent | undefined;
  /** The phone's final refusal. */
  refusal: SignallingEvent | undefined;
}

/** Between a call and the one that the server makes for it there is a moment, not more (nanoseconds). */
const MOMENT = 2e9;

/** The server's call to a phone that begins after a time, among calls that are not taken yet. */
export function legTo(
  name: string,
  server: string,
  after: number,
  until: number,
  calls: Set<CallSummary>,
): Leg | undefined {
  for (const call of calls) {
    const { initialSpeaker, start, events } = call;
    const to = events[0]!.message.to?.uri.user;
    if (initialSpeaker !== server || to !== name || start < after || start > until + MOMENT) continue;
    calls.delete(call);
    const answer = answered(call);
    return {
      name,
      call,
      answer,
      cancel: answer ? undefined : events.find(({ message }) => message.method === "CANCEL"),
      refusal: answer ? undefined : events.findLast(isRefusal),
    };
  }
  return undefined;
}

function isRefusal({ message }: SignallingEvent): boolean {
  return message.cseq?.method === "INVITE" && (message.status ?? 0) >= 300 && message.status !== 487;
}

/** The statuses of the answers to the INVITE, each once: `100, 180, 200`. */
export function statusesOf({ events }: CallSummary): string {
  const statuses = events
    .filter(({ message }) => message.cseq?.method === "INVITE")
    .flatMap(({ message }) => message.status ?? []);
  return [...new Set(statuses)].join(", ");
}

/** The frames of a call's messages of a method, and of the answers to them. */
export function framesOf({ events }: CallSummary, method: string): number[] {
  return events.filter(({ message }) => message.cseq?.method === method).map(({ frame }) => frame);
}
