import { messages } from "./messages.js";

/** What a reader could not read. */
export type ProblemKind =
  | "tooLong"
  | "strayEnd"
  | "openComment"
  | "noBracket"
  | "noParenthesis"
  | "noBase"
  | "noAddition"
  | "noSection"
  | "noEquals"
  | "noName"
  | "noEscape"
  | "unknownDirective"
  | "noArgument"
  | "notFollowed"
  | "notExecuted"
  | "missingFile"
  | "deepInclude"
  | "tooMuch"
  | "nothingBefore"
  | "firstNext"
  | "badPriority"
  | "missingPriority"
  | "openLabel"
  | "openArguments"
  | "noExtension"
  | "duplicate"
  | "duplicateLabel"
  | "unknownSetting"
  | "noType"
  | "noObject";

/** After these Asterisk gives up the whole file, not the line alone. */
const REFUSING: ReadonlySet<ProblemKind> = new Set([
  "noBracket",
  "noParenthesis",
  "noBase",
  "noAddition",
  "noSection",
  "noEscape",
  "missingFile",
]);

/** A place that could not be read as it stands. */
export class Problem {
  constructor(
    readonly kind: ProblemKind,
    /** The file's name. */
    readonly file: string,
    /** From 1. */
    readonly line: number,
    /** What stands there. */
    readonly found: string,
  ) {}

  /** Whether Asterisk refuses the whole file for it; the reader went on nevertheless. */
  get refuses(): boolean {
    return REFUSING.has(this.kind);
  }

  /** One sentence: where, what was found, what was expected. */
  get text(): string {
    const { at, refused } = messages();
    return `${at(this.file, this.line)}${this.sentence}${this.refuses ? refused : ""}`;
  }

  /** The same without the place. */
  get sentence(): string {
    return messages().problems[this.kind](shortened(this.found));
  }
}

const LONGEST = 80;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
