import type { Said } from "./messages.js";
import type { Step } from "./model.js";

/** One step that a call takes, or its end. */
export interface TraceStep {
  /** From 1. */
  number: number;
  /** What must happen for the call to come here; undefined where it always does after the step before. */
  when: Said | undefined;
  /** Undefined where the plan has no step and Asterisk acts of itself. */
  step: Step | undefined;
  /** What happens, in a sentence. */
  says: Said;
}

export interface TraceOptions {
  /** Where the call begins: the context of the account that calls. */
  context: string;
  /** The caller's number. */
  caller?: string | undefined;
}

/** A way through the plan that is still to be followed. */
export interface Path {
  context: string;
  number: string;
  priority: number;
  when: Said | undefined;
  answered: boolean;
  variables: ReadonlyMap<string, string>;
  /** Where `Return` goes. */
  returns: readonly Pick<Path, "context" | "number" | "priority">[];
}

/** In the place of DIALSTATUS where the plan never asks for it. */
export const ANY = "";
