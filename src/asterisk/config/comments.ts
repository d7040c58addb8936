import type { ProblemKind } from "./problem.js";

/** A line that says something: its comments are gone, and the blanks around it. */
export interface ConfigLine {
  /** From 1. */
  number: number;
  text: string;
}

/** Asterisk reads lines into a buffer of 8192 bytes and leaves out what is longer. */
const LONGEST = 8190;

/**
 * The lines of a configuration file, as Asterisk's reader hands them on: without `; comments` and `;-- blocks --;`
 * (which nest), with `\;` as a semicolon.
 */
export function configLines(
  text: string,
  problem: (kind: ProblemKind, line: number, found: string) => void,
): ConfigLine[] {
  const lines: ConfigLine[] = [];
  const comments = new Comments();
  for (const [i, line] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    const number = i + 1;
    if (line.length > LONGEST) {
      problem("tooLong", number, line.slice(0, 32));
      continue;
    }
    const before = comments.depth;
    const left = strip(comments.without(line, number));
    if (comments.depth < 0 && before === 0) problem("strayEnd", number, left);
    if (left !== "") lines.push({ number, text: left });
  }
  if (comments.depth > 0) problem("openComment", comments.opened, ";--");
  return lines;
}

/** Takes comments out of one line after the other; block comments go on over lines. */
class Comments {
  /** Blocks open; below zero after a `--;` that closes none, which Asterisk takes for the start of a comment too. */
  depth = 0;
  /** Line where the outermost open block began. */
  opened = 0;

  without(line: string, number: number): string {
    let outside = this.depth === 0;
    let kept = "";
    let from = 0;
    let guard = 0;
    for (let at = line.indexOf(";"); at !== -1; at = line.indexOf(";", guard)) {
      if (at > guard && line[at - 1] === "\\") {
        if (outside) kept += `${line.slice(from, at - 1)};`;
        from = at + 1;
      } else if (line.startsWith("--", at + 1) && line[at + 3] !== "-") {
        if (outside) kept += line.slice(from, at);
        outside = false;
        if (this.depth++ === 0) this.opened = number;
        guard = at + 3;
        continue;
      } else if (at >= guard + 2 && line.startsWith("--", at - 2)) {
        if (--this.depth === 0) {
          outside = true;
          from = at + 1;
        }
      } else if (this.depth === 0) {
        return outside ? kept + line.slice(from, at) : kept;
      }
      guard = at + 1;
    }
    return outside ? kept + line.slice(from) : kept;
  }
}

/** Without blanks and control characters at its ends, as C's `ast_strip` leaves it. */
export function strip(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) < 33) start++;
  while (end > start && text.charCodeAt(end - 1) < 33) end--;
  return text.slice(start, end);
}
