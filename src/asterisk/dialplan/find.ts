import type { Context, Extension, Plan, Step } from "./model.js";
import { type MatchMode, matchExtension } from "./pattern.js";

/** Includes of includes that Asterisk follows. */
const DEEPEST = 128;

/**
 * The step that Asterisk runs for a number at a priority or label: of the context's own extensions in their order
 * the first that matches and has that priority, else of the included contexts in theirs.
 */
export function findStep(
  plan: Plan,
  context: string,
  number: string,
  place: number | string,
  caller?: string,
): Step | undefined {
  for (const { extensions } of reach(plan, context)) {
    for (const extension of extensions) {
      if (!isFor(extension, caller) || !matchExtension(extension.name, number)) continue;
      const step = stepAt(extension, place);
      if (step) return step;
    }
  }
  return undefined;
}

/** Whether more digits after these could lead to another extension, so that Asterisk waits for them. */
export function moreCouldMatch(plan: Plan, context: string, digits: string): boolean {
  return anyMatches(plan, context, digits, "matchMore");
}

/** Whether these digits are an extension's, or the beginning of one's. */
export function couldMatch(plan: Plan, context: string, digits: string): boolean {
  return anyMatches(plan, context, digits, "canMatch");
}

function anyMatches(plan: Plan, context: string, digits: string, mode: MatchMode): boolean {
  for (const { extensions } of reach(plan, context)) {
    for (const { name } of extensions) {
      const match = matchExtension(name, digits, mode);
      // a `!` decides: nothing more is waited for
      if (match === "early") return mode !== "matchMore";
      if (match) return true;
    }
  }
  return false;
}

/** The contexts from which a call to a number finds its first step, in the order of the file. */
export function contextsWith(plan: Plan, number: string): string[] {
  return [...plan.contexts.keys()].filter((context) => findStep(plan, context, number, 1));
}

/** A context and those that it includes, in the order in which they are searched, each once. */
export function reach(plan: Plan, context: string): Context[] {
  const found: Context[] = [];
  const seen = new Set<string>();
  const visit = (name: string, depth: number): void => {
    const here = plan.contexts.get(name);
    if (!here || seen.has(name) || depth > DEEPEST) return;
    seen.add(name);
    found.push(here);
    // a time may follow the name: include => open,9:00-17:00,mon-fri,*,*
    for (const { value } of here.includes) visit(value.split(",")[0]!, depth + 1);
  };
  visit(context, 0);
  return found;
}

function stepAt({ steps, labels }: Extension, place: number | string): Step | undefined {
  return typeof place === "number" ? steps.get(place) : labels.get(place);
}

function isFor({ caller }: Extension, number: string | undefined): boolean {
  return caller === undefined || (number !== undefined && !!matchExtension(caller, number));
}
