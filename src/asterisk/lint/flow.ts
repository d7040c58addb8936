import { type Effect, effectOf } from "../dialplan/effect.js";
import { findStep } from "../dialplan/find.js";
import { type Context, type Extension, type Plan, type Step, written } from "../dialplan/model.js";
import { Finding } from "./finding.js";
import type { Jump } from "./jumps.js";

/** Applications after which the next priority is not looked for. */
const LAST: ReadonlySet<Effect["kind"]> = new Set(["goto", "hangup", "return", "busy", "congestion"]);

/** Faults in the order of steps: gaps, steps that never run, extensions that do not end. */
export function wrongOrder(plan: Plan, jumps: readonly Jump[]): Finding[] {
  const targets = new Set(
    jumps.map(({ context, extension, priority }) => `${context},${extension},${priority}`),
  );
  const isTarget = ({ context, extension, priority, label }: Step) =>
    targets.has(`${context},${extension},${priority}`) || targets.has(`${context},${extension},${label}`);
  return [...plan.contexts.values()].flatMap((context) =>
    context.extensions.flatMap((extension) => [
      ...gaps(plan, context, extension, isTarget),
      ...endings(plan, extension, isTarget),
      ...names(extension),
    ]),
  );
}

/** The numbered steps, in the order of their priorities. */
function ordered({ steps }: Extension): (Step & { priority: number })[] {
  return [...steps.values()]
    .filter((step): step is Step & { priority: number } => step.priority !== "hint")
    .sort((a, b) => a.priority - b.priority);
}

function gaps(
  plan: Plan,
  context: Context,
  extension: Extension,
  isTarget: (step: Step) => boolean,
): Finding[] {
  const steps = ordered(extension);
  return steps.flatMap((step, i) => {
    const { priority, file, line } = step;
    if (isTarget(step)) return [];
    const about = (...rest: string[]) => [extension.name, ...rest, written(step)];
    if (i === 0) {
      return priority === 1 || another(plan, context, extension, 1)
        ? []
        : [new Finding("noFirst", file, line, about(String(priority)))];
    }
    const expected = steps[i - 1]!.priority + 1;
    if (priority === expected || another(plan, context, extension, expected)) return [];
    return [new Finding("gap", file, line, about(String(expected), String(priority)))];
  });
}

/** Whether another extension that matches the same number has the priority. */
function another(plan: Plan, context: Context, { name }: Extension, priority: number): boolean {
  return name.startsWith("_") || findStep(plan, context.name, name, priority) !== undefined;
}

function endings(plan: Plan, extension: Extension, isTarget: (step: Step) => boolean): Finding[] {
  const findings: Finding[] = [];
  const steps = ordered(extension);
  let last: Step | undefined;
  for (const step of steps) {
    if (isTarget(step) || step.label !== undefined) last = undefined;
    const { file, line } = step;
    if (last) findings.push(new Finding("neverReached", file, line, [written(step), written(last)]));
    else if (LAST.has(effectOf(step).kind)) last = step;
    if (step.application === "")
      findings.push(new Finding("noApplication", file, line, [`${step.extension},${step.priority}`]));
  }
  const final = steps.at(-1);
  if (!plan.fallsThrough && final && !last)
    findings.push(new Finding("noHangup", final.file, final.line, [extension.name]));
  return findings;
}

function names(extension: Extension): Finding[] {
  const { name, steps } = extension;
  const [first] = steps.values();
  if (!first) return [];
  const found = (kind: "catchAll" | "noUnderscore") => [new Finding(kind, first.file, first.line, [name])];
  if (name === "_." || name === "_!") return found("catchAll");
  return /^[\dXNZ*#[\]-]*[.!]?$/.test(name) && /[XNZ][XNZ\d.!]|\d[XNZ]|[[.!]/.test(name)
    ? found("noUnderscore")
    : [];
}
