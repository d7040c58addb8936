import { parseUri } from "../dissect/sip/index.js";
import { type CallStream, streamsOfCalls } from "../voip/call-streams.js";
import { type CallSummary, callsOf } from "../voip/calls.js";
import { legsOf } from "../voip/legs/index.js";
import { registrationsOf } from "../voip/registrations.js";
import type { Analysis } from "./analysis.js";
import { type Around, Call, Calls } from "./call.js";
import type { Hosts } from "./hosts.js";
import { Legs } from "./legs.js";
import { Stream, Streams } from "./streams.js";

/** The calls and streams of a capture, each knowing the others that belong to it. */
export interface Joined {
  calls: Calls;
  streams: Streams;
  /** The legs of each end-to-end call. */
  readonly legs: Legs[];
}

/** Gives each call its streams and its legs, and each stream its speaker. */
export function join(analysis: Analysis, hosts: Hosts): Joined {
  const summaries = callsOf(analysis.signalling.byCallId);
  const owned = streamsOfCalls(summaries, analysis.streams.list);
  const views = new Map<number, Stream>();
  const calls = new Calls();
  let joined: Legs[] | undefined;
  const legs = () => {
    joined ??= joinLegs(calls, summaries, owned);
    return joined;
  };
  const ofCall = new Map<Call, Legs>();
  const legsOfCall = (call: Call) => {
    if (ofCall.size === 0) for (const one of legs()) for (const leg of one) ofCall.set(leg.call, one);
    return ofCall.get(call)!;
  };
  const around: Around = {
    legsOf: legsOfCall,
    others: (call) =>
      summaries.filter((_, i) => {
        const first = legsOfCall(calls[i]!)[0]!.call;
        return first === call || first === calls[i];
      }),
    contactOf: (name, time) =>
      registrationsOf(analysis.signalling.byCallId).findLast(
        (attempt) =>
          attempt.outcome === "registered" &&
          attempt.time <= time &&
          parseUri(attempt.addressOfRecord).user === name,
      )?.contact,
  };
  for (const [i, summary] of summaries.entries()) {
    const own = new Streams();
    for (const { stream, speaker } of owned[i]!) {
      const view = new Stream(analysis, stream, speaker);
      views.set(stream.index, view);
      own.push(view);
    }
    calls.push(new Call(summary, hosts, own, around));
  }
  const streams = new Streams();
  for (const stream of analysis.streams.list)
    streams.push(views.get(stream.index) ?? new Stream(analysis, stream));
  return {
    calls,
    streams,
    get legs() {
      return legs();
    },
  };
}

function joinLegs(
  calls: readonly Call[],
  summaries: readonly CallSummary[],
  streams: readonly CallStream[][],
): Legs[] {
  return legsOf(summaries, streams).map((group) => {
    const legs = new Legs();
    for (const { call, continues, evidence } of group) {
      const before = continues === undefined ? undefined : calls[continues]!;
      legs.push({ call: calls[call]!, continues: before, evidence });
    }
    return legs;
  });
}
