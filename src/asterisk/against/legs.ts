import { parseUri, type SipUri } from "../../dissect/sip/index.js";
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

/** A phone by the name of its account, and where it registered. */
export interface Phone {
  name: string;
  contact: string | undefined;
}

/** Whether a call is of the server, to a phone: by the name in To, or to the place where the phone registered. */
export function rings({ initialSpeaker, events }: CallSummary, server: string, phone: Phone): boolean {
  const { to, uri } = events[0]!.message;
  if (initialSpeaker !== server) return false;
  return to?.uri.user === phone.name || (phone.contact !== undefined && isAt(uri, parseUri(phone.contact)));
}

function isAt(uri: SipUri | undefined, { user, host, port = SIP_PORT }: SipUri): boolean {
  return uri?.user === user && uri?.host === host && (uri?.port ?? SIP_PORT) === port;
}

const SIP_PORT = 5060;

/** The server's call to a phone that begins after a time, among calls that are not taken yet. */
export function legTo(
  { name, contact }: Phone,
  server: string,
  after: number,
  until: number,
  calls: Set<CallSummary>,
): Leg | undefined {
  for (const call of calls) {
    const { start, events } = call;
    if (!rings(call, server, { name, contact }) || start < after || start > until + MOMENT) continue;
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
