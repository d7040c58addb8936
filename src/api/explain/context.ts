import { streamsOfCalls } from "../../voip/call-streams.js";
import { type CallSummary, callsOf } from "../../voip/calls.js";
import type { Side } from "../../voip/ending.js";
import { type Host, hostsOf } from "../../voip/hosts.js";
import type { SignallingEvent } from "../../voip/signalling.js";
import type { Analysis } from "../analysis.js";

/** A machine as sentences name it: the server, a phone by its user, anything else by its address. */
export interface Party {
  role: Host["role"] | undefined;
  /** The user of a phone, or the address. */
  name: string;
  address: string;
}

/** What sentences about a frame need to know of its capture. */
export interface Context {
  analysis: Analysis;
  calls: readonly CallSummary[];
  /** The SIP messages that a frame brought. */
  eventsOf(frame: number): readonly SignallingEvent[];
  /** The call that announced a stream, by its index, and whose voice it is. */
  ownerOf(stream: number): { call: number; speaker: Side } | undefined;
  party(address: string): Party;
}

const known = new WeakMap<Analysis, Context>();

/** Made once a capture. */
export function contextOf(analysis: Analysis): Context {
  const found = known.get(analysis) ?? make(analysis);
  known.set(analysis, found);
  return found;
}

function make(analysis: Analysis): Context {
  const { signalling, streams } = analysis;
  const byFrame = new Map<number, SignallingEvent[]>();
  for (const event of signalling.events)
    byFrame.set(event.frame, [...(byFrame.get(event.frame) ?? []), event]);
  const calls = callsOf(signalling.byCallId);
  const owners = new Map(
    streamsOfCalls(calls, streams.list).flatMap((own, call) =>
      own.map(({ stream, speaker }) => [stream.index, { call: call + 1, speaker }] as const),
    ),
  );
  const hosts = new Map(hostsOf(signalling.events).map((host) => [host.address, host]));
  return {
    analysis,
    calls,
    eventsOf: (frame) => byFrame.get(frame) ?? [],
    ownerOf: (stream) => owners.get(stream),
    party: (address) => {
      const host = hosts.get(address);
      return { role: host?.role, name: host?.users[0] ?? address, address };
    },
  };
}
