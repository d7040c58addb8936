import { type DialStatus, fallthroughOf } from "./causes.js";
import { type Effect, effectOf, type Place } from "./effect.js";
import { findStep, reach } from "./find.js";
import { type Said, said } from "./messages.js";
import type { Plan, Step } from "./model.js";
import { ANY, type Path, type TraceOptions, type TraceStep } from "./path.js";
import { refused, saysOf } from "./says.js";
import { holds, substitute } from "./variables.js";

/** Steps after which a trace is cut. */
const MOST_STEPS = 300;

/** Extensions that no key reaches (docs.asterisk.org, "Special Dialplan Extensions"). */
const SPECIAL = /^(?:[a-zA-Z]|fax|hint)$/;

/**
 * The steps that a call to a number can take: first the way it goes of itself, with what happens when somebody
 * answers or nobody does, then the ways that keys lead to. A step is told once; a way back to it says so.
 */
export function trace(plan: Plan, number: string, options: TraceOptions): TraceStep[] {
  return new Tracer(plan, options.caller).follow({
    context: options.context,
    number,
    priority: 1,
    when: undefined,
    answered: false,
    variables: new Map(),
    returns: [],
  });
}

class Tracer {
  private readonly rows: TraceStep[] = [];
  private readonly waiting: Path[] = [];
  /** Ends that are told after all ways. */
  private readonly ends: (() => void)[] = [];
  /** By step and what is known of Dial: the number it has. */
  private readonly told = new Map<string, number>();
  private readonly menus = new Set<string>();
  private readonly asksDialStatus: boolean;

  constructor(
    private readonly plan: Plan,
    private readonly caller: string | undefined,
  ) {
    this.asksDialStatus = plan.steps.some(({ arguments: data }) => data.includes("DIALSTATUS"));
  }

  follow(start: Path): TraceStep[] {
    if (!this.plan.contexts.has(start.context)) this.end(start, said("noContext", start.context));
    else if (!this.find(start)) this.end(start, said("noExtension", start.number, start.context));
    else this.waiting.push(start);
    for (let path = this.waiting.shift(); path; path = this.waiting.shift()) {
      for (let next: Path | undefined = path; next; ) {
        if (this.rows.length >= MOST_STEPS) {
          this.end(next, said("cut", String(MOST_STEPS)));
          return this.rows;
        }
        next = this.take(next);
      }
    }
    for (const end of this.ends) end();
    return this.rows;
  }

  private find({ context, number, priority }: Path): Step | undefined {
    return findStep(this.plan, context, number, priority, this.caller);
  }

  /** Tells one step; gives where the call goes on. */
  private take(path: Path): Path | undefined {
    const step = this.find(path);
    if (!step) return this.fallThrough(path);
    const status = path.variables.get("DIALSTATUS") ?? "";
    const key = [step.context, step.extension, step.priority, path.number, status].join("\n");
    const earlier = this.told.get(key);
    if (earlier !== undefined) {
      this.end(path, said("back", String(earlier)));
      return undefined;
    }
    this.told.set(key, this.rows.length + 1);
    const effect = effectOf(
      step,
      substitute(step.arguments, (name) => this.valueOf(name, path)),
    );
    this.rows.push({
      number: this.rows.length + 1,
      when: path.when,
      step,
      says: saysOf(effect, path.answered),
    });
    return this.after(effect, { ...path, when: undefined });
  }

  private after(effect: Effect, path: Path): Path | undefined {
    const next: Path = { ...path, priority: path.priority + 1 };
    switch (effect.kind) {
      case "dial":
        return this.dialled(effect, next);
      case "voicemail":
      case "mailboxes":
      case "answer":
      case "say":
        return { ...next, answered: effect.kind !== "say" || path.answered };
      case "playback":
        return { ...next, answered: path.answered || effect.answers };
      case "background":
        this.keys({ ...next, answered: path.answered || effect.answers });
        return { ...next, answered: path.answered || effect.answers };
      case "waitExten":
        this.keys(next);
        return this.find(next) ? next : this.timeout(next);
      case "set":
        return { ...next, variables: new Map(path.variables).set(effect.name, effect.value) };
      case "goto":
        return this.jump(effect.place, path);
      case "gosub":
        return this.jump(effect.place, { ...path, returns: [...path.returns, backTo(next)] });
      case "return":
        return this.returned(path);
      case "gotoIf":
        return this.fork(effect, path, next);
      case "hangup":
        this.end(path, path.answered ? said("bye") : refused(effect.cause, path.variables.get("DIALSTATUS")));
        return this.afterwards(path);
      case "busy":
      case "congestion":
        return this.afterwards(path);
      default:
        return next;
    }
  }

  /** When nobody answers the plan goes on; each way of not answering is followed where the plan asks which. */
  private dialled(effect: Effect & { kind: "dial" }, next: Path): Path | undefined {
    const goesOn = effect.options.includes("g");
    this.rows.push({
      number: this.rows.length + 1,
      when: said("answered"),
      step: undefined,
      says: said(goesOn ? "talkThenOn" : "talk"),
    });
    if (goesOn) this.waiting.push({ ...next, answered: true, when: said("calleeHangsUp") });
    const ways: [DialStatus, Said][] = [
      ["BUSY", said("isBusy")],
      ["CHANUNAVAIL", said("unreachable")],
      ["NOANSWER", said("noAnswer")],
    ];
    const knowing = (status: string) => new Map(next.variables).set("DIALSTATUS", status);
    if (!this.asksDialStatus) return { ...next, when: said("notAnswered"), variables: knowing(ANY) };
    for (const [status, when] of ways) this.waiting.push({ ...next, when, variables: knowing(status) });
    return undefined;
  }

  /** The ways that keys lead to, once a context. */
  private keys(path: Path): void {
    const { context, answered } = path;
    if (this.menus.has(context)) return;
    this.menus.add(context);
    const names = new Set(
      reach(this.plan, context).flatMap(({ extensions }) => extensions.map(({ name }) => name)),
    );
    for (const name of names) {
      if (!SPECIAL.test(name) && findStep(this.plan, context, name, 1, this.caller)) {
        this.waiting.push({ ...path, number: name, priority: 1, when: said("key", name), answered });
      }
    }
    const invalid = { ...path, number: "i", priority: 1, when: said("otherKey"), answered };
    if (this.find(invalid)) this.waiting.push(invalid);
    else this.ends.push(() => this.end(invalid, said("invalid", context)));
  }

  private timeout(path: Path): Path | undefined {
    const late = { ...path, number: "t", priority: 1, when: said("noKey") };
    if (this.find(late)) return late;
    this.end(late, said("noTimeout", path.context));
    return this.afterwards(path);
  }

  private jump(place: Place, path: Path): Path | undefined {
    const context = place.context ?? path.context;
    const number = place.extension ?? path.number;
    const target = { ...path, context, number, priority: 1 };
    const relative = /^[+-]\d/.test(place.priority);
    const step = /^[+-]?\d/.test(place.priority)
      ? undefined
      : findStep(this.plan, context, number, place.priority, this.caller);
    const parsed = Number.parseInt(place.priority, 10);
    const priority = Number.isNaN(parsed) ? step?.priority : relative ? path.priority + parsed : parsed;
    if (typeof priority === "number" && this.find({ ...target, priority })) return { ...target, priority };
    const written = [context, number, place.priority].join(",");
    if (!this.plan.contexts.has(context)) this.end(path, said("jumpNoContext", written, context));
    else if (typeof priority !== "number") this.end(path, said("jumpNoLabel", written, place.priority));
    else return this.invalid({ ...target, priority }, written);
    return this.afterwards(path);
  }

  /** A jump to an extension that is not there goes to `i`, if the context has one. */
  private invalid(path: Path, written: string): Path | undefined {
    const handler = { ...path, number: "i", priority: 1 };
    if (!this.find({ ...path, priority: 1 }) && this.find(handler)) return handler;
    this.end(path, said("jumpNoStep", written));
    return this.afterwards(path);
  }

  private returned({ returns, ...path }: Path): Path | undefined {
    const back = returns.at(-1);
    if (back) return { ...path, ...back, returns: returns.slice(0, -1) };
    this.end({ ...path, returns }, said("noReturn"));
    return undefined;
  }

  private fork(effect: Effect & { kind: "gotoIf" }, path: Path, next: Path): Path | undefined {
    const known = holds(effect.condition);
    const taken = (place: Place | undefined, from: Path) =>
      place ? this.jump(place, { ...from, priority: path.priority }) : { ...from, priority: next.priority };
    if (known !== undefined) return taken(known ? effect.yes : effect.no, path);
    const yes = taken(effect.yes, { ...path, when: said("if", effect.condition) });
    if (yes) this.waiting.push(yes);
    return taken(effect.no, { ...path, when: said("ifNot", effect.condition) });
  }

  /** The plan has no further step: Asterisk acts of itself (`autofallthrough`). */
  private fallThrough(path: Path): Path | undefined {
    if (path.number === "h") return undefined;
    const missing = String(path.priority);
    if (!this.plan.fallsThrough) this.end(path, said("waits", path.number, missing));
    else if (path.answered) this.end(path, said("endsBye", path.number, missing));
    else {
      const status = path.variables.get("DIALSTATUS");
      const refusal = fallthroughOf(status as DialStatus | undefined);
      const open = status === ANY;
      this.end(
        path,
        open ? said("endsOpen", path.number, missing) : said("endsRefused", path.number, missing, refusal),
      );
    }
    return this.afterwards(path);
  }

  /** Extension `h` runs when a call has ended. */
  private afterwards(path: Path): undefined {
    const last = { ...path, number: "h", priority: 1, when: said("afterwards") };
    if (path.number !== "h" && this.find(last)) this.waiting.push(last);
  }

  private end({ when }: Path, says: Said): void {
    this.rows.push({ number: this.rows.length + 1, when, step: undefined, says });
  }

  private valueOf(name: string, path: Path): string | undefined {
    if (name === "EXTEN") return path.number.startsWith("_") ? undefined : path.number;
    if (name === "CONTEXT") return path.context;
    if (name === "PRIORITY") return String(path.priority);
    if (/^CALLERID\(num(?:ber)?\)$/i.test(name)) return this.caller;
    return path.variables.get(name) ?? this.plan.globals.get(name);
  }
}

function backTo({ context, number, priority }: Path): Path["returns"][number] {
  return { context, number, priority };
}
