import { language } from "../../language.js";
import { en } from "./messages.en.js";
import { fr } from "./messages.fr.js";

/** The call goes wrong; it may go wrong; it could be better. */
export type Severity = "fault" | "warning" | "note";

const SEVERITIES = {
  gap: "fault",
  noFirst: "fault",
  missingPriority: "fault",
  duplicatePriority: "fault",
  unread: "fault",
  refused: "fault",
  unknownContext: "fault",
  unknownExtension: "fault",
  unknownPriority: "fault",
  unknownLabel: "fault",
  unknownInclude: "fault",
  unknownPeer: "fault",
  otherDriver: "fault",
  noApplication: "fault",
  accountContext: "fault",
  accountDefault: "fault",
  noUnderscore: "fault",
  soundOnServer: "warning",
  listingsDiffer: "warning",
  noInvalid: "warning",
  noMailbox: "warning",
  noHangup: "warning",
  unanswered: "warning",
  weakSecret: "warning",
  noSecret: "warning",
  catchAll: "warning",
  neverReached: "note",
  unusedContext: "note",
  endlessMenu: "note",
  answersLate: "note",
} as const satisfies Record<string, Severity>;

export type FindingKind = keyof typeof SEVERITIES;

/** The sentences of a finding. */
export interface Explanation {
  what: Sentence;
  why: Sentence;
  mend: Sentence;
}

/** Made of what the finding speaks of. */
type Sentence = (a: string, b: string, c: string, d: string) => string;

/** What is wrong in a configuration, why it matters, and how to mend it. */
export class Finding {
  constructor(
    readonly kind: FindingKind,
    readonly file: string,
    /** From 1. */
    readonly line: number,
    /** What it speaks of, in the order of its sentences. */
    private readonly about: readonly string[],
  ) {}

  get severity(): Severity {
    return SEVERITIES[this.kind];
  }

  /** What was found, in the language set. */
  get text(): string {
    return this.said().what(...this.four());
  }

  /** Why it matters: what happens to a call. */
  get why(): string {
    return this.said().why(...this.four());
  }

  /** What to write instead. */
  get mend(): string {
    return this.said().mend(...this.four());
  }

  private said(): Explanation {
    return (language() === "fr" ? fr : en)[this.kind];
  }

  private four(): [string, string, string, string] {
    const [a = "", b = "", c = "", d = ""] = this.about;
    return [a, b, c, d];
  }
}
