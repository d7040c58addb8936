import {
  type Entry,
  Problem,
  type ProblemKind,
  type ReadOptions,
  readConfig,
  strip,
} from "../config/index.js";
import type { Context, Extension, Plan, Step } from "./model.js";
import { canonicalName, compareExtensions } from "./pattern.js";
import { substitute } from "./variables.js";

/**
 * Reads an `extensions.conf` as Asterisk's pbx_config does: `exten =>`, `same =>`, `n`, `n(label)`, `n+10`, hints,
 * includes, switches. What Asterisk leaves out is left out here, and told in `problems`. No text makes it throw.
 */
export function readPlan(text: string, file = "extensions.conf", options: ReadOptions = {}): Plan {
  const config = readConfig(text, file, options);
  const plan: Plan = {
    file,
    contexts: new Map(),
    globals: new Map(),
    fallsThrough: true,
    steps: [],
    problems: config.problems,
  };
  const sections = config.sections.filter(({ template }) => !template);
  for (const { name, entries } of sections) {
    if (/^general$/i.test(name)) for (const entry of entries) general(plan, entry);
    if (/^globals$/i.test(name)) {
      for (const entry of entries) plan.globals.set(entry.name, known(plan, entry.value));
    }
  }
  for (const { name, file: from, line, entries } of sections) {
    if (/^(?:general|globals)$/i.test(name)) continue;
    const context: Context = plan.contexts.get(name) ?? {
      name,
      file: from,
      line,
      extensions: [],
      includes: [],
      switches: [],
      ignored: [],
    };
    plan.contexts.set(name, context);
    new ContextReader(plan, context).read(entries);
  }
  for (const { extensions } of plan.contexts.values()) {
    extensions.sort((a, b) => compareExtensions(a.name, b.name) || compareCallers(a.caller, b.caller));
  }
  plan.problems.sort((a, b) => Number(a.file !== file) - Number(b.file !== file) || a.line - b.line);
  return plan;
}

/** An extension for one caller is tried before the same for all. */
function compareCallers(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareExtensions(a, b);
}

function general(plan: Plan, { name, value }: Entry): void {
  if (/^autofallthrough$/i.test(name)) plan.fallsThrough = /^(?:yes|true|y|t|1|on)$/i.test(value);
}

function known(plan: Plan, text: string): string {
  return substitute(text, (name) => plan.globals.get(name));
}

/** Asterisk's number for a hint: the `n` after one is 0, which it leaves out. */
const HINT = -1;

/** The lines of one section; `n` and `same` count from the line before, whatever extension that was of. */
class ContextReader {
  private extension = "";
  private priority: number | undefined;
  private readonly extensions: Map<string, Extension>;

  constructor(
    private readonly plan: Plan,
    private readonly context: Context,
  ) {
    this.extensions = new Map(context.extensions.map((extension) => [keyOf(extension), extension]));
  }

  read(entries: readonly Entry[]): void {
    for (const entry of entries) {
      const name = entry.name.toLowerCase();
      const directive = () => ({ value: known(this.plan, entry.value), file: entry.file, line: entry.line });
      if (name.startsWith("same")) this.same(entry);
      else if (name === "exten") this.exten(entry);
      else if (name === "include") this.context.includes.push(directive());
      else if (name === "ignorepat") this.context.ignored.push(directive());
      else if (/^[le]?switch$/.test(name)) this.context.switches.push({ ...directive(), value: entry.value });
      else if (name !== "autohints") this.problem("unknownSetting", entry, entry.name);
    }
  }

  private problem(kind: ProblemKind, { file, line }: Entry, found: string): void {
    this.plan.problems.push(new Problem(kind, file, line, found));
  }

  private same(entry: Entry): void {
    if (this.extension === "") this.problem("nothingBefore", entry, `${entry.name} => ${entry.value}`);
    else this.step(entry, this.extension, entry.value);
  }

  private exten(entry: Entry): void {
    const comma = outerComma(entry.value);
    this.extension = withoutBlanks(known(this.plan, entry.value.slice(0, comma)));
    this.step(entry, this.extension, entry.value.slice(comma + 1));
  }

  /** `1,Dial(SIP/user1,8)`, `n(label),Hangup()`. */
  private step(entry: Entry, extension: string, rest: string): void {
    const comma = rest.indexOf(",");
    const place = strip(comma === -1 ? rest : rest.slice(0, comma));
    const [, before = "", opened, label = "", closed] = /^([^(]*)(\(?)([^)]*)(\)?)/.exec(place) ?? [];
    const [base = "", plus = ""] = before.split(/\+(.*)/s);
    const [name = "", caller] = extension.split(/\/(.*)/s);
    if (opened && !closed) {
      this.problem("openLabel", entry, place);
      return;
    }
    const priority = this.priorityOf(base, entry, name, label, rest);
    if (priority === undefined) return;
    const value = priority === "hint" ? priority : priority + (Number.parseInt(plus, 10) || 0);
    this.priority = value === "hint" ? HINT : value;
    const { application, data } = this.callOf(comma === -1 ? "" : rest.slice(comma + 1), entry);
    this.add(
      {
        context: this.context.name,
        extension: name,
        caller: caller?.replace(/[-().\s]/g, ""),
        priority: value,
        label: label === "" ? undefined : label,
        application,
        arguments: data,
        file: entry.file,
        line: entry.line,
      },
      entry,
    );
  }

  /** Undefined where the line must be left out. */
  private priorityOf(
    text: string,
    entry: Entry,
    name: string,
    label: string,
    rest: string,
  ): Step["priority"] | undefined {
    if (text === "hint") return text;
    if (/^(?:n|next|s|same)$/.test(text)) {
      const priority = (this.priority ?? -1) + Number(text.startsWith("n"));
      if (priority > 0) return priority;
      this.problem("firstNext", entry, text);
      return undefined;
    }
    const number = /^[+-]?\d{1,9}/.exec(text);
    const priority = number ? Number(number[0]) : this.labelled(name, text);
    if (priority !== undefined && priority > 0) return priority;
    const call = text === "" || label !== "" || rest.includes("(");
    this.problem(
      !number && call ? "missingPriority" : "badPriority",
      entry,
      !number && call ? entry.value : text,
    );
    return undefined;
  }

  private labelled(name: string, label: string): number | undefined {
    const priority = this.extensions.get(keyOf({ name, caller: undefined }))?.labels.get(label)?.priority;
    return priority === "hint" ? undefined : priority;
  }

  /** `Dial(SIP/user1,8)`: arguments reach from the first parenthesis to the last. */
  private callOf(text: string, entry: Entry): { application: string; data: string } {
    const open = text.indexOf("(");
    const before = text.slice(0, open);
    if (open === -1 || /\$[{[]/.test(before)) return { application: strip(text), data: "" };
    const close = text.lastIndexOf(")");
    if (close < open) this.problem("openArguments", entry, text);
    return { application: strip(before), data: text.slice(open + 1, close < open ? undefined : close) };
  }

  private add(step: Step, entry: Entry): void {
    const { extension: name, caller, priority } = step;
    if (name === "") {
      this.problem("noExtension", entry, entry.value);
      return;
    }
    const key = keyOf({ name, caller });
    const known = this.extensions.get(key);
    const extension = known ?? { name, caller, steps: new Map(), labels: new Map() };
    if (!known) {
      this.extensions.set(key, extension);
      this.context.extensions.push(extension);
    }
    if (extension.steps.has(priority)) {
      this.problem("duplicate", entry, `${name},${priority}`);
      return;
    }
    if (step.label !== undefined && extension.labels.has(step.label)) {
      this.problem("duplicateLabel", entry, step.label);
      step.label = undefined;
    }
    if (step.label !== undefined) extension.labels.set(step.label, step);
    extension.steps.set(priority, step);
    this.plan.steps.push(step);
  }
}

function keyOf({ name, caller }: Pick<Extension, "name" | "caller">): string {
  return `${canonicalName(name)}/${caller ?? ""}`;
}

/** Blanks in a name are only for the eye, except in the sets of a pattern. */
function withoutBlanks(name: string): string {
  return name.replace(/(\[[^\]]*\]?)| /g, "$1");
}

/** The first comma that is in no brackets: `_[1,2]X,1,…` has one in its pattern. */
function outerComma(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[") depth++;
    else if (character === "]" && depth > 0) depth--;
    else if (character === "\\") at++;
    else if (character === "," && depth === 0) return at;
  }
  return text.length;
}
