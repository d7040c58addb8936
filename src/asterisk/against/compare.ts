import type { CallSummary } from "../../voip/calls.js";
import { answered, endingOf } from "../../voip/ending.js";
import type { KeyPress } from "../../voip/keys.js";
import type { Account } from "../accounts/index.js";
import type { Said } from "../dialplan/messages.js";
import type { Plan, Step } from "../dialplan/model.js";
import { Follower } from "./follow.js";
import { told } from "./messages.js";

/** What the plan foretells at a step, beside what the capture shows. */
export interface Compared {
  /** Undefined where Asterisk acts without a step. */
  step: Step | undefined;
  predicted: Said;
  /** Undefined where nothing of it can be seen in signalling. */
  captured: Said | undefined;
  /** Whether both agree; undefined where the capture cannot tell. */
  agrees: boolean | undefined;
  /** The frames that show it. */
  frames: number[];
}

/** A call to the server, and what else the capture holds of it. */
export interface CallSeen {
  call: CallSummary;
  /** All calls of the capture: those that the server made for this one are among them. */
  calls: readonly CallSummary[];
  /** The keys that the caller pressed. */
  keys: readonly KeyPress[];
  /** The contact URI that a phone had registered under a name before a time; undefined where the capture shows none. */
  contactOf: (name: string, time: number) => string | undefined;
}

export interface CompareOptions {
  accounts?: readonly Account[] | undefined;
  /** Where the call begins; the calling account's context when absent. */
  context: string;
}

/**
 * Follows a captured call through a plan: at each step what Asterisk must do then, and whether it did. Where the
 * plan leaves it open (does somebody answer? which key?) the capture tells which way is taken.
 */
export function compareCall(plan: Plan, seen: CallSeen, { accounts, context }: CompareOptions): Compared[] {
  const { call } = seen;
  const rows: Compared[] = [];
  const account = accountOf(call, accounts);
  const invites = call.events.filter(({ message }) => message.method === "INVITE");
  if (account?.secret !== undefined) rows.push(challenge(call, account));
  const number = invites[0]?.message.uri?.user ?? "";
  const accepted = invites.findLast(({ time }) => time <= (answered(call)?.time ?? call.stop)) ?? invites[0];
  const server = invites[0]!.destination.address;
  const follower = new Follower(plan, seen, server, accepted?.time ?? call.start, account?.callerNumber);
  return [...rows, ...follower.follow(context, number)];
}

/** The account that a call comes from: by the user of its From. */
export function accountOf(call: CallSummary, accounts: readonly Account[] = []): Account | undefined {
  const user = call.events[0]?.message.from?.uri.user;
  return accounts.find(({ name }) => name === user);
}

function challenge(call: CallSummary, { name }: Account): Compared {
  const asked = call.events.find(({ message }) => message.status === 401 || message.status === 407);
  const again = call.events.find(
    ({ message }) => message.method === "INVITE" && message.credentials.length > 0,
  );
  const frames = [asked, again].flatMap((event) => (event ? [event.frame] : []));
  // an INVITE that brings credentials at once answers an earlier challenge
  const agrees = asked !== undefined || again !== undefined;
  return {
    step: undefined,
    predicted: told("challenge", name),
    captured: told(asked ? "challenged" : "notChallenged"),
    agrees: endingOf(call).how === "open" ? undefined : agrees,
    frames,
  };
}
