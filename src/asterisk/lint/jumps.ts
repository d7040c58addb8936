import { effectOf, type Place } from "../dialplan/effect.js";
import { findStep } from "../dialplan/find.js";
import { type Plan, type Step, written } from "../dialplan/model.js";
import { isOpen, substitute } from "../dialplan/variables.js";
import { Finding } from "./finding.js";

/** A jump that a step makes, its place with what it leaves unsaid. */
export interface Jump {
  step: Step;
  context: string;
  extension: string;
  priority: string;
}

/** The jumps of a plan whose places are known before a call: by Goto, GotoIf, GotoIfTime and Gosub. */
export function jumpsOf(plan: Plan): Jump[] {
  return plan.steps.flatMap((step) => {
    const known = substitute(step.arguments, (name) => {
      if (name === "CONTEXT") return step.context;
      if (name === "EXTEN" && !step.extension.startsWith("_")) return step.extension;
      return plan.globals.get(name);
    });
    return placesOf(step, known).flatMap(
      ({ context = step.context, extension = step.extension, priority }) =>
        isOpen(context + extension + priority) ? [] : [{ step, context, extension, priority }],
    );
  });
}

function placesOf(step: Step, data: string): Place[] {
  const effect = effectOf(step, data);
  if (effect.kind === "goto" || effect.kind === "gosub") return [effect.place];
  if (effect.kind !== "gotoIf") return [];
  return [effect.yes, effect.no].filter((place) => place !== undefined);
}

/** Jumps and includes to what is not there. */
export function danglingJumps(plan: Plan, jumps: readonly Jump[]): Finding[] {
  const findings = jumps.flatMap((jump) => dangling(plan, jump) ?? []);
  for (const { includes } of plan.contexts.values()) {
    for (const { value, file, line } of includes) {
      const name = value.split(",")[0]!;
      if (!plan.contexts.has(name) && !isOpen(name))
        findings.push(new Finding("unknownInclude", file, line, [name, similar(plan.contexts.keys(), name)]));
    }
  }
  return findings;
}

function dangling(plan: Plan, { step, context, extension, priority }: Jump): Finding | undefined {
  const found = (kind: ConstructorParameters<typeof Finding>[0], ...about: string[]) =>
    new Finding(kind, step.file, step.line, [written(step), ...about]);
  if (!plan.contexts.has(context))
    return found("unknownContext", context, similar(plan.contexts.keys(), context));
  if (extension.startsWith("_") || /^[+-]/.test(priority)) return undefined;
  const numbered = /^\d/.test(priority);
  if (findStep(plan, context, extension, numbered ? Number.parseInt(priority, 10) : priority))
    return undefined;
  if (!findStep(plan, context, extension, 1)) return found("unknownExtension", context, extension);
  return found(numbered ? "unknownPriority" : "unknownLabel", extension, priority);
}

/** The name that differs from the one sought by its case alone, or by one character. */
export function similar(names: Iterable<string>, sought: string): string {
  const list = [...names];
  const same = list.find((name) => name.toLowerCase() === sought.toLowerCase());
  return same ?? list.find((name) => sought.length > 3 && isNear(name, sought)) ?? "";
}

function isNear(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [left, right] = [a.slice(start), b.slice(start)];
  return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1);
}
