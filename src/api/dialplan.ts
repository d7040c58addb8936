import {
  type Account,
  contextsWith,
  lint,
  type Plan,
  type ReadOptions,
  readPlan,
  type Step,
  type TraceStep,
  trace,
  written,
} from "../asterisk/index.js";
import { type Displayable, jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import type { Accounts } from "./accounts.js";
import { words } from "./asterisk-words.js";
import { Findings } from "./findings.js";
import { Problems } from "./problems.js";
import { filled, Rows } from "./rows.js";

/** Steps of a dial plan, shown with their lines. */
export class DialplanSteps extends Rows<Step> {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "line", label: h.line, kind: "code" },
        { key: "context", label: h.context, kind: "code" },
        { key: "extension", label: h.extension, kind: "code" },
        { key: "priority", label: h.priority, kind: "code" },
        { key: "label", label: h.label, kind: "code" },
        { key: "application", label: h.application, kind: "code" },
      ],
      rows: this.map((step) => ({ ...step, application: written(step) })),
    });
  }
}

/** One step that a call takes, or the end that Asterisk gives it. */
export class TracedStep {
  constructor(private readonly traced: TraceStep) {}

  /** From 1. */
  get number(): number {
    return this.traced.number;
  }

  /** What must happen for the call to come here, in the language set; empty after the step before. */
  get when(): string {
    return this.traced.when?.() ?? "";
  }

  /** The line of the plan; undefined where Asterisk acts of itself. */
  get step(): Step | undefined {
    return this.traced.step;
  }

  /** What happens, in the language set. */
  get text(): string {
    return this.traced.says();
  }
}

/** The steps that a call takes. */
export class Trace extends Rows<TracedStep> {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "number", label: h.step, kind: "code" },
        { key: "when", label: h.when },
        { key: "place", label: h.extension, kind: "code" },
        { key: "application", label: h.application, kind: "code" },
        { key: "text", label: h.says, kind: "sentence" },
        { key: "line", label: h.line, kind: "code" },
      ],
      rows: this.map(({ number, when, step, text }) => ({
        number,
        when,
        place: step && `${step.context},${step.extension},${step.priority}`,
        application: step && written(step),
        text,
        line: step?.line,
      })),
    });
  }
}

export interface CallFrom {
  /** The account that calls: its context and number are taken. */
  from?: Pick<Account, "context" | "callerNumber">;
  /** Where the call begins. The account's own, when absent; else `default`, or the first that has the number. */
  context?: string;
}

export interface LintWith {
  /** The accounts of `sip.conf` or `pjsip.conf`. */
  accounts?: Accounts;
  /** The text of `voicemail.conf`. */
  voicemail?: string;
  /** Another listing of what should be the same plan. */
  beside?: Dialplan;
}

/** What an `extensions.conf` says: which steps a call to a number takes. */
export class Dialplan implements Displayable {
  constructor(
    /** As read. */
    readonly plan: Plan,
  ) {}

  /** The file's name. */
  get file(): string {
    return this.plan.file;
  }

  /** Names, in the order of the file. */
  get contexts(): string[] {
    return [...this.plan.contexts.keys()];
  }

  /** All steps, in the order of the file. */
  get steps(): DialplanSteps {
    return filled(new DialplanSteps(), this.plan.steps);
  }

  /** What could not be read; Asterisk leaves it out, or refuses the file. */
  get problems(): Problems {
    return filled(new Problems(), this.plan.problems);
  }

  /** Where a call to that number begins: in the calling account's context, else `default`, else the first that has it. */
  contextFor(number: string, from?: CallFrom["from"]): string {
    const found = contextsWith(this.plan, number);
    const likely = found.includes("default") ? "default" : (found[0] ?? this.contexts[0]);
    return from?.context ?? likely ?? "default";
  }

  /** The steps that a call to that number takes, with what happens when somebody answers, when nobody does, and by key. */
  trace(number: string, options: CallFrom = {}): Trace {
    const context = options.context ?? this.contextFor(number, options.from);
    const steps = trace(this.plan, number, { context, caller: options.from?.callerNumber });
    return filled(
      new Trace(),
      steps.map((step) => new TracedStep(step)),
    );
  }

  /**
   * What is wrong: faults that end calls, steps that never run, jumps to what is not there, and, with accounts, what
   * does not fit between both files.
   */
  lint(options: LintWith = {}): Findings {
    const { accounts, voicemail, beside } = options;
    return filled(
      new Findings(),
      lint(this.plan, { accounts: accounts?.list, voicemail, beside: beside?.plan }),
    );
  }

  [jupyterDisplay](): MimeBundle {
    return this.steps[jupyterDisplay]();
  }
}

/**
 * Reads the text of an `extensions.conf`, as Asterisk does. What it cannot read is told in `problems`.
 *
 * @param file its name, for messages
 */
export function readDialplan(text: string, file = "extensions.conf", options: ReadOptions = {}): Dialplan {
  return new Dialplan(readPlan(text, file, options));
}
