import type { Problem, ProblemKind } from "../config/index.js";
import { Finding } from "./finding.js";

/** Things said of a file that are no faults in it. */
const NO_FAULT: ReadonlySet<ProblemKind> = new Set(["notFollowed", "notExecuted", "duplicateLabel"]);

/** What a reader could not read, as findings. */
export function unreadLines(problems: readonly Problem[]): Finding[] {
  return problems.filter(({ kind }) => !NO_FAULT.has(kind)).map(findingOf);
}

function findingOf({ kind, file, line, found, refuses, sentence }: Problem): Finding {
  if (kind === "missingPriority") {
    const comma = found.indexOf(",");
    const rest = comma === -1 ? "" : found.slice(comma + 1);
    return new Finding("missingPriority", file, line, [found, found.slice(0, comma), rest]);
  }
  if (kind === "duplicate") return new Finding("duplicatePriority", file, line, [found]);
  return new Finding(refuses ? "refused" : "unread", file, line, [sentence]);
}
