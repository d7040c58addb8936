import { endingOf } from "../../voip/ending.js";
import { causeOf, type DialStatus, dialStatusOf, UNREGISTERED } from "../dialplan/causes.js";
import type { Effect } from "../dialplan/effect.js";
import type { Step } from "../dialplan/model.js";
import type { Follower } from "./follow.js";
import { framesOf, type Leg, legTo, statusesOf } from "./legs.js";
import { joined, told } from "./messages.js";
import { dialledUnseen, rungUnseen } from "./unseen.js";

type Dial = Effect & { kind: "dial" };

/** Between the end of the time given to `Dial` and its CANCEL, in seconds. */
const LATE = 1;

/** Follows a `Dial`: who was rung, who answered, or how nobody did. Gives whether the plan goes on. */
export function dialled(follower: Follower, step: Step, dial: Dial): boolean {
  const { seen, server, now } = follower;
  const names = dial.targets.map(({ resource }) => resource.split("/")[0]!.split("@").at(-1)!);
  const phones = names.map((name) => ({ name, contact: seen.contactOf(name, now) }));
  if (rungUnseen(follower, phones)) return dialledUnseen(follower, step, dial, names);
  const legs = phones.map((phone) => legTo(phone, server, now, seen.call.stop, follower.free));
  const found = legs.filter((leg) => leg !== undefined);
  const said = legs.map((leg, i) =>
    leg
      ? told("leg", leg.name, statusesOf(leg.call))
      : told(phones[i]!.contact === undefined ? "unregistered" : "noLeg", names[i]!),
  );
  const seconds = dial.seconds === undefined ? "" : String(dial.seconds);
  const frames = found.flatMap(({ call }) => framesOf(call, "INVITE"));
  const missing = phones.filter((_, i) => legs[i] === undefined);
  const agrees =
    missing.length === 0 || (missing.some(({ contact }) => contact !== undefined) ? false : undefined);
  follower.note(step, told("dial", names.join(", "), seconds), joined(said), agrees, frames);
  const winner = found.find(({ answer }) => answer !== undefined);
  if (winner) return talked(follower, dial, winner, found);
  if (gaveUp(follower, found)) return false;
  return unanswered(follower, dial, found);
}

function talked(follower: Follower, dial: Dial, winner: Leg, legs: readonly Leg[]): boolean {
  const { answer: given, answered: before, seen } = follower;
  const answer = winner.answer!;
  const others = legs.filter((leg) => leg !== winner);
  const predicted = before ? "pickedBridged" : others.length > 0 ? "picked" : "pickedAlone";
  const cancels = others.flatMap(({ call }) => framesOf(call, "CANCEL"));
  const told200 = before || (given !== undefined && given.time >= answer.time);
  const frames = [answer.frame, ...(given && !before ? [given.frame] : []), ...cancels];
  const others487 = others.every(({ cancel, refusal }) => cancel !== undefined || refusal !== undefined);
  follower.note(
    undefined,
    told(predicted, winner.name),
    told("after", "200 OK", follower.since(answer.time)),
    told200 && others487,
    frames,
  );
  follower.answered = true;
  follower.now = before ? answer.time : Math.max(answer.time, given?.time ?? 0);
  follower.status = "ANSWER";
  const [one, other] = [endingOf(seen.call), endingOf(winner.call)];
  const byCallee = other.how === "hung up" && other.by === "callee";
  if (byCallee && dial.options.includes("g")) {
    follower.now = other.time!;
    return true;
  }
  const both = one.how === "hung up" && other.how === "hung up";
  const time = one.time ?? other.time;
  const kind = both ? (byCallee ? "byCallee" : "byCaller") : "oneBye";
  const captured = time === undefined ? told("open") : told(kind, follower.since(time));
  follower.note(undefined, told("talk"), captured, time === undefined ? undefined : both, [
    ...one.frames,
    ...other.frames,
  ]);
  return false;
}

/** The caller did not wait. */
function gaveUp(follower: Follower, legs: readonly Leg[]): boolean {
  const { how, by, time, frames } = endingOf(follower.seen.call);
  const left = how === "cancelled" || (how === "hung up" && by === "caller");
  const ringing = legs.some(
    ({ cancel }) => cancel !== undefined && time !== undefined && time <= cancel.time,
  );
  if (!left || !ringing) return false;
  const cancels = legs.flatMap(({ call }) => framesOf(call, "CANCEL"));
  follower.note(undefined, told("gaveUp"), told("cancelled", follower.since(time!)), true, [
    ...frames,
    ...cancels,
  ]);
  return true;
}

function unanswered(follower: Follower, { seconds }: Dial, legs: readonly Leg[]): boolean {
  const statuses = legs.map(statusOf);
  follower.status = statuses.includes("NOANSWER") ? "NOANSWER" : (statuses[0] ?? "CHANUNAVAIL");
  const refused = legs.flatMap(({ refusal }) => refusal?.message.status ?? []);
  follower.cause =
    legs.length === 0 ? UNREGISTERED : refused.map(causeOf).find((cause) => cause !== undefined);
  for (const leg of legs) noteEnd(follower, seconds, leg);
  const ends = legs.flatMap(({ cancel, refusal }) => (cancel ?? refusal)?.time ?? []);
  follower.now = Math.max(follower.now, ...ends);
  return true;
}

function noteEnd(follower: Follower, seconds: number | undefined, { cancel, refusal, call }: Leg): void {
  if (cancel) {
    const elapsed = follower.since(cancel.time);
    const agrees = seconds === undefined ? undefined : Math.abs(Number(elapsed) - seconds) <= LATE;
    const predicted = told("noAnswer", seconds === undefined ? "" : String(seconds));
    follower.note(undefined, predicted, told("after", "CANCEL", elapsed), agrees, framesOf(call, "CANCEL"));
  } else if (refusal) {
    const { status = 0, reason = "" } = refusal.message;
    const captured = told("after", `${status} ${reason}`, follower.since(refusal.time));
    const predicted = told("refuses", String(status), dialStatusOf(status));
    follower.note(undefined, predicted, captured, true, [refusal.frame]);
  }
}

function statusOf({ cancel, refusal }: Leg): DialStatus {
  return cancel || !refusal ? "NOANSWER" : dialStatusOf(refusal.message.status ?? 0);
}
