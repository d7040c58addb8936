import type { CallSummary } from "../../voip/calls.js";
import { answered, endingOf } from "../../voip/ending.js";
import type { SignallingEvent } from "../../voip/signalling.js";
import { type DialStatus, fallthroughOf, refusalOf } from "../dialplan/causes.js";
import { type Effect, effectOf, type Place } from "../dialplan/effect.js";
import { findStep, moreCouldMatch } from "../dialplan/find.js";
import type { Said } from "../dialplan/messages.js";
import type { Plan, Step } from "../dialplan/model.js";
import { saysOf } from "../dialplan/says.js";
import { holds, substitute } from "../dialplan/variables.js";
import type { CallSeen, Compared } from "./compare.js";
import { dialled } from "./dial.js";
import { told } from "./messages.js";

/** Steps after which a plan is taken to turn in circles. */
const MOST_STEPS = 200;
/** Between keys of one number, in nanoseconds: Asterisk's own digit timeout. */
const BETWEEN_KEYS = 5e9;

/** Goes through a plan as a captured call did, and notes what was foretold beside what was seen. */
export class Follower {
  readonly rows: Compared[] = [];
  readonly server: string;
  /** Calls of the server that no `Dial` has claimed yet. */
  readonly free: Set<CallSummary>;
  readonly answer: SignallingEvent | undefined;
  /** Whether the plan has answered the caller by now. */
  answered = false;
  /** How the last `Dial` ended, and the cause that it left behind. */
  status: DialStatus | undefined;
  cause: number | undefined;
  private context = "";
  private number = "";
  private priority = 1;
  private keysTaken = 0;
  private readonly variables = new Map<string, string>();
  private readonly returns: { context: string; number: string; priority: number }[] = [];

  constructor(
    private readonly plan: Plan,
    readonly seen: CallSeen,
    server: string,
    /** Nanoseconds since the first frame: when the present step began, as far as is known. */
    public now: number,
    private readonly caller: string | undefined,
  ) {
    this.server = server;
    this.free = new Set(seen.calls.filter((call) => call !== seen.call));
    this.answer = answered(seen.call);
  }

  follow(context: string, number: string): Compared[] {
    [this.context, this.number] = [context, number];
    if (!this.find(context, number, 1)) this.refuse(told("notFound", number, context), "404");
    else {
      let steps = 0;
      while (this.take()) {
        if (++steps < MOST_STEPS) continue;
        this.note(undefined, told("tooLong"));
        break;
      }
    }
    return this.rows;
  }

  note(
    step: Step | undefined,
    predicted: Said,
    captured?: Said,
    agrees?: boolean,
    frames: number[] = [],
  ): void {
    this.rows.push({ step, predicted, captured, agrees, frames });
  }

  /** Seconds from the present step to a time. */
  since(time: number): string {
    return (Math.max(0, time - this.now) / 1e9).toFixed(1);
  }

  private find(context: string, number: string, place: number | string): Step | undefined {
    return findStep(this.plan, context, number, place, this.caller);
  }

  /** Takes one step; false where the call has ended. */
  private take(): boolean {
    const step = this.find(this.context, this.number, this.priority);
    if (!step) return this.fallThrough();
    const effect = effectOf(
      step,
      substitute(step.arguments, (name) => this.valueOf(name)),
    );
    this.priority++;
    switch (effect.kind) {
      case "dial":
        return dialled(this, step, effect);
      case "background":
      case "waitExten":
      case "read":
        this.sound(step, effect, effect.kind === "background" && effect.answers);
        return this.keys(effect);
      case "playback":
        this.sound(step, effect, effect.answers);
        return true;
      case "voicemail":
      case "mailboxes":
        this.sound(step, effect, true);
        return !this.callerLeft();
      case "answer":
        this.sound(step, effect, true);
        return true;
      case "hangup":
        return this.end(step, "", refusalOf(effect.cause ?? this.cause));
      case "busy":
        return this.end(step, "", fallthroughOf("BUSY"));
      case "congestion":
        return this.end(step, "", fallthroughOf("CONGESTION"));
      default:
        this.note(step, saysOf(effect, this.answered));
        return this.go(effect);
    }
  }

  private go(effect: Effect): boolean {
    if (effect.kind === "set") this.variables.set(effect.name, effect.value);
    if (effect.kind === "goto") return this.jump(effect.place);
    if (effect.kind === "gosub") {
      this.returns.push({ context: this.context, number: this.number, priority: this.priority });
      return this.jump(effect.place);
    }
    if (effect.kind === "return") {
      const back = this.returns.pop();
      if (!back) return this.end(undefined, "", refusalOf(undefined));
      [this.context, this.number, this.priority] = [back.context, back.number, back.priority];
    }
    if (effect.kind !== "gotoIf") return true;
    const known = holds(effect.condition);
    if (known === undefined) {
      this.note(undefined, told("unknown", effect.condition));
      return false;
    }
    const place = known ? effect.yes : effect.no;
    return place ? this.jump(place) : true;
  }

  /** A step that is heard, and answers the call if nothing has. */
  private sound(step: Step, effect: Effect, answers: boolean): void {
    const predicted = saysOf(effect, this.answered);
    if (!answers || this.answered) this.note(step, predicted);
    else {
      const { answer } = this;
      const captured = answer ? told("after", "200 OK", this.since(answer.time)) : told("noStatus");
      this.note(step, predicted, captured, answer !== undefined, answer ? [answer.frame] : []);
      this.answered = true;
      this.now = answer?.time ?? this.now;
    }
  }

  /** Goes where the keys lead that were pressed from now on; where there are none, waits for the end. */
  private keys(effect: Effect): boolean {
    const first = this.seen.keys.find(({ time }, i) => i >= this.keysTaken && time >= this.now);
    if (!first) return this.withoutKey();
    this.keysTaken = this.seen.keys.indexOf(first);
    let digits = "";
    let last = first;
    const most = effect.kind === "read" ? Number(effect.digits) || Number.POSITIVE_INFINITY : undefined;
    for (const press of this.seen.keys.slice(this.keysTaken)) {
      if (press.time - last.time > BETWEEN_KEYS) break;
      const wanted =
        most === undefined ? moreCouldMatch(this.plan, this.context, digits) : digits.length < most;
      if (digits !== "" && !wanted) break;
      this.keysTaken++;
      last = press;
      if (most !== undefined && press.key === "#") break;
      digits += press.key;
    }
    const captured = told("pressed", digits, this.since(first.time));
    this.now = last.time;
    if (effect.kind === "read") {
      this.variables.set(effect.variable, digits);
      this.note(undefined, saysOf(effect, true), captured, undefined, [first.frame]);
      return true;
    }
    for (const number of [digits, "i"]) {
      if (!this.find(this.context, number, 1)) continue;
      this.note(undefined, told("key", digits, `${this.context},${number},1`), captured, true, [first.frame]);
      [this.number, this.priority] = [number, 1];
      return true;
    }
    this.note(undefined, told("noKeyPlace", digits, this.context), captured, true, [first.frame]);
    return this.end(undefined, "", refusalOf(undefined));
  }

  private withoutKey(): boolean {
    if (this.callerLeft()) return false;
    const more = this.find(this.context, this.number, this.priority);
    if (!more && this.find(this.context, "t", 1)) [this.number, this.priority] = ["t", 1];
    return true;
  }

  /** Whether the caller hangs up while a step runs whose length is not known; then the comparison ends. */
  private callerLeft(): boolean {
    const { how, by, time, frames } = endingOf(this.seen.call);
    const later = [...this.free].some(({ initialSpeaker, start }) => {
      return initialSpeaker === this.server && start > this.now && start < this.seen.call.stop;
    });
    if (how === "open") this.note(undefined, told("hangsUp"), told("open"));
    else if (how === "hung up" && by === "caller" && !later)
      this.note(undefined, told("hangsUp"), told("byeAfter", this.since(time!)), true, frames);
    else return false;
    return true;
  }

  private jump({ context = this.context, extension = this.number, priority }: Place): boolean {
    const parsed = Number.parseInt(priority, 10);
    const relative = /^[+-]\d/.test(priority);
    const labelled = Number.isNaN(parsed) ? this.find(context, extension, priority)?.priority : undefined;
    const target = labelled ?? (relative ? this.priority - 1 + parsed : parsed);
    if (typeof target === "number" && this.find(context, extension, target)) {
      [this.context, this.number, this.priority] = [context, extension, target];
      return true;
    }
    this.note(undefined, told("missing", [context, extension, priority].join(",")));
    return this.end(undefined, "", refusalOf(undefined));
  }

  private fallThrough(): boolean {
    return this.end(undefined, this.number, fallthroughOf(this.status));
  }

  /** Asterisk ends the call: by BYE where it was answered, else by a refusal. */
  private end(step: Step | undefined, extension: string, refusal: string): false {
    const priority = String(this.priority);
    if (!this.answered)
      return this.refuse(told("serverRefuses", refusal, extension, priority), refusal, step);
    const { how, by, time, frames } = endingOf(this.seen.call);
    const byServer = how === "hung up" && by === "callee";
    const seen =
      time === undefined ? told("open") : told(byServer ? "serverByeSeen" : "byeAfter", this.since(time));
    const agrees = how === "open" ? undefined : byServer;
    this.note(step, told("serverBye", extension, priority), seen, agrees, frames);
    return false;
  }

  private refuse(predicted: Said, status: string, step?: Step): false {
    const { how, status: found, frames } = endingOf(this.seen.call);
    const final = this.seen.call.events.findLast(({ frame }) => frames.includes(frame))?.message;
    const { answer } = this;
    if (answer) {
      this.note(step, predicted, told("after", "200 OK", this.since(answer.time)), false, [answer.frame]);
      return false;
    }
    const captured =
      how === "rejected" ? told("status", String(found), final?.reason ?? "") : told("noStatus");
    const agrees = how === "open" ? undefined : how === "rejected" && status.startsWith(String(found));
    this.note(step, predicted, captured, agrees, frames);
    return false;
  }

  private valueOf(name: string): string | undefined {
    if (name === "EXTEN") return this.number;
    if (name === "CONTEXT") return this.context;
    if (name === "DIALSTATUS") return this.status;
    if (/^CALLERID\(num(?:ber)?\)$/i.test(name)) return this.caller;
    return this.variables.get(name) ?? this.plan.globals.get(name);
  }
}
