import type { CallSummary } from "../../voip/calls.js";
import { endingOf } from "../../voip/ending.js";
import type { SignallingEvent } from "../../voip/signalling.js";
import type { Effect } from "../dialplan/effect.js";
import type { Step } from "../dialplan/model.js";
import type { Follower } from "./follow.js";
import { type Phone, rings } from "./legs.js";
import { told } from "./messages.js";

type Dial = Effect & { kind: "dial" };

/** Between the end of the time given to `Dial` and what the caller is told, in seconds. */
const LATE = 1;

/** Whether the caller hears it ring, though the capture has no call to any of those phones: it has one side alone. */
export function rungUnseen(
  { seen, server, now, answered, free }: Follower,
  phones: readonly Phone[],
): boolean {
  const shown = [...free].some(
    (call) => call.start >= now && phones.some((phone) => rings(call, server, phone)),
  );
  return !answered && !shown && ringingOf(seen.call, now) !== undefined;
}

/** The server tells the caller that a phone rings, or that something is to be heard, before any answer. */
function ringingOf({ events }: CallSummary, after: number): SignallingEvent | undefined {
  return events.find(
    ({ message, time }) =>
      time > after && message.cseq?.method === "INVITE" && [180, 183].includes(message.status ?? 0),
  );
}

/** Follows a `Dial` by what the caller is told of it. */
export function dialledUnseen(
  follower: Follower,
  step: Step,
  { seconds }: Dial,
  names: readonly string[],
): boolean {
  const { seen, now, answer } = follower;
  const [who, most] = [names.join(", "), seconds === undefined ? "" : String(seconds)];
  const ringing = ringingOf(seen.call, now)!;
  const rung = told("rungUnseen", String(ringing.message.status), follower.since(ringing.time));
  follower.note(step, told("dial", who, most), rung, true, [ringing.frame]);
  const limit = now + ((seconds ?? Number.POSITIVE_INFINITY) + LATE) * 1e9;
  if (!answer || answer.time > limit) {
    const { how, time, frames } = endingOf(seen.call);
    if (how === "cancelled") {
      follower.note(undefined, told("gaveUp"), told("cancelled", follower.since(time!)), true, [...frames]);
      return false;
    }
    follower.status = "NOANSWER";
    follower.now = Math.min(limit - LATE * 1e9, seen.call.stop);
    return true;
  }
  const picked = told("after", "200 OK", follower.since(answer.time));
  follower.note(undefined, told("pickedAlone", who), picked, true, [answer.frame]);
  [follower.answered, follower.now, follower.status] = [true, answer.time, "ANSWER"];
  const { time, frames } = endingOf(seen.call);
  const bye = time === undefined ? told("open") : told("byeUnseen", follower.since(time));
  follower.note(undefined, told("talk"), bye, undefined, [...frames]);
  return false;
}
