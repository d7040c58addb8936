import type { CallStream } from "../call-streams.js";
import type { CallSummary } from "../calls.js";
import { answered, endingOf } from "../ending.js";

import {
  type Clue,
  callerClues,
  dialledClues,
  dialledNames,
  type LegEvidence,
  sharedClues,
} from "./clues.js";

/** A leg of a call, and what joins it to the leg before it. */
export interface Leg {
  /** Its place in the list of calls. */
  call: number;
  /** The leg that it continues, by its place in that list; undefined for the caller's own. */
  continues: number | undefined;
  /** The surest first; none for the caller's own. */
  evidence: LegEvidence[];
}

/** A call that may have further legs, with what must be known of it. */
interface Candidate {
  call: number;
  summary: CallSummary;
  /** Nanoseconds since the first frame; Infinity where the capture ends first. */
  end: number;
  answered: number;
}

/** How sure each kind of evidence is by itself. */
const SURE: ReadonlySet<LegEvidence> = new Set(["ssrc", "media", "session-id"]);
const ORDER: readonly LegEvidence[] = ["ssrc", "media", "session-id", "caller", "dialled", "set-up"];
/** Calls looked at for one clue: a flood must not make this quadratic. */
const MOST_CANDIDATES = 64;

/**
 * The legs that belong together: each end-to-end call with the caller's own leg first, then those that servers between
 * (back-to-back user agents, RFC 7092) began for it. A leg continues a call that was open when it began and came from
 * another machine, and only where something beyond the time says so: see `LegEvidence`.
 *
 * @param calls in the order of their starts
 * @param streams of each call
 */
export function legsOf(calls: readonly CallSummary[], streams: readonly CallStream[][]): Leg[][] {
  const open = new Map<string, Candidate[]>();
  const groups: Leg[][] = [];
  const groupOf: Leg[][] = [];
  for (const [call, summary] of calls.entries()) {
    const shared = sharedClues(summary, streams[call] ?? []);
    const machine = summary.initialSpeaker;
    const caller = callerClues(summary, machine);
    const clues = [...shared, ...(caller.length > 0 ? caller : dialledClues(summary, machine))];
    const chosen = choose(summary, matchesOf(summary, clues, open));
    const leg: Leg = { call, continues: chosen?.call, evidence: chosen?.evidence ?? [] };
    const group = chosen ? groupOf[chosen.call]! : [];
    if (!chosen) groups.push(group);
    group.push(leg);
    groupOf.push(group);
    const called = summary.events[0]!.destination.address;
    const candidate = {
      call,
      summary,
      end: endingOf(summary).time ?? Number.POSITIVE_INFINITY,
      answered: answered(summary)?.time ?? Number.POSITIVE_INFINITY,
    };
    const reachable = [...shared, ...callerClues(summary, called), ...dialledClues(summary, called)];
    for (const { key } of reachable) register(open, key, candidate);
  }
  return groups;
}

function register(open: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const known = open.get(key) ?? [];
  open.set(key, [...known.slice(1 - MOST_CANDIDATES), candidate]);
}

/** What a new call shares with an open one. */
interface Match {
  candidate: Candidate;
  evidence: Set<LegEvidence>;
  /** How many clues. */
  clues: number;
}

/** The open calls with which a new one shares evidence. */
function matchesOf(
  summary: CallSummary,
  clues: readonly Clue[],
  open: ReadonlyMap<string, Candidate[]>,
): Match[] {
  const found = new Map<Candidate, Match>();
  for (const { key, evidence } of clues) {
    for (const candidate of open.get(key) ?? []) {
      if (candidate.end < summary.start || candidate.summary.initialSpeaker === summary.initialSpeaker)
        continue;
      // a phone may use one address for two calls: it says something only where the first reached this machine
      if (evidence === "media" && !reached(candidate, summary)) continue;
      if (evidence === "dialled" && candidate.answered <= summary.start) continue;
      const match = found.get(candidate) ?? { candidate, evidence: new Set(), clues: 0 };
      match.evidence.add(evidence);
      match.clues++;
      found.set(candidate, match);
    }
  }
  return [...found.values()];
}

/** Whether the first INVITE of one went to the machine that sent the other's. */
function reached(candidate: Candidate, { initialSpeaker }: CallSummary): boolean {
  return candidate.summary.events[0]!.destination.address === initialSpeaker;
}

/** The one call that a new leg continues; undefined where none does, or more than one may. */
function choose(
  summary: CallSummary,
  matches: readonly Match[],
): { call: number; evidence: LegEvidence[] } | undefined {
  const sure = matches.filter(({ evidence }) => [...evidence].some((one) => SURE.has(one)));
  const chosen = sure.length > 0 ? nearest(summary, sure) : onlyOne(summary, matches);
  if (!chosen) return undefined;
  const { match, by } = chosen;
  const evidence = new Set([...match.evidence, ...by]);
  return { call: match.candidate.call, evidence: ORDER.filter((one) => evidence.has(one)) };
}

interface Choice {
  match: Match;
  by: LegEvidence[];
}

/** Of a chain of legs that carry one voice: the one that came to this leg's machine, shares most, began last. */
function nearest(summary: CallSummary, sure: readonly Match[]): Choice {
  const rank = ({ candidate, clues }: Match) => (reached(candidate, summary) ? MOST_CLUES : 0) + clues;
  const match = sure.reduce((best, other) => (rank(other) >= rank(best) ? other : best));
  return { match, by: [] };
}

/** More than a call can have. */
const MOST_CLUES = 2 ** 32;

/** Of several calls of one caller: that to the same number, or that which waited for its answer. */
function onlyOne(summary: CallSummary, all: readonly Match[]): Choice | undefined {
  if (all.length === 1) return { match: all[0]!, by: [] };
  const dialled = dialledNames(summary);
  const alike = all.filter(({ candidate }) =>
    dialledNames(candidate.summary).some((name) => dialled.includes(name)),
  );
  if (alike.length === 1) return { match: alike[0]!, by: ["dialled"] };
  const waiting = all.filter(({ candidate }) => candidate.answered > summary.start);
  return waiting.length === 1 ? { match: waiting[0]!, by: ["set-up"] } : undefined;
}
