import { inspect, stripVTControlCharacters, types } from "node:util";
import type { Diagnostic } from "tslab/dist/converter.js";
import { adviceOn } from "../advice.js";
import { message } from "../messages.js";
import type { Failure } from "../pipe/protocol.js";
import { type CellSource, excerpt } from "./sources.js";
import { positionOf } from "./stack.js";

const red = (text: string) => `\x1b[31m${text}\x1b[39m`;
const shownDiagnostics = 10;

/** Whatever was thrown, for Jupyter's `error` message. */
export function thrownFailure(thrown: unknown): Failure {
  try {
    return types.isNativeError(thrown) ? errorFailure(thrown) : valueFailure(thrown);
  } catch {
    return valueFailure(message("unprintable")); // its own properties throw
  }
}

function valueFailure(thrown: unknown): Failure {
  const evalue = typeof thrown === "string" ? thrown : inspect(thrown);
  return { ename: message("thrown"), evalue, traceback: [red(evalue)] };
}

function errorFailure(error: Error): Failure {
  const ename = nameOf(error);
  const evalue = stripVTControlCharacters(String(error.message)).replace(/\nRequire stack:\n.*/s, "");
  const position = positionOf(error);
  removeDecoration(error);
  hide(error, "requireStack"); // the notebook, under a name that nobody gave it
  // `inspect` also tells the cause, and the properties that libraries hang on their errors
  const lines = inspect(error).split("\n");
  const heading = String(error.message).split("\n").length;
  const frame = lines.findIndex((line, index) => index >= heading && /^ {4}at /.test(line));
  const details = lines.slice(frame < 0 ? heading : frame);
  const open = frame < 0 && details.length > 0 ? " {" : "";
  return {
    ename,
    evalue,
    traceback: [red(`${ename}: ${evalue}`) + open, ...(position ? excerpt(position) : []), ...details],
  };
}

function hide(error: Error, property: string): void {
  if (property in error) Object.defineProperty(error, property, { enumerable: false });
}

/** A class of its own says more than the name that it inherits. */
function nameOf(error: Error): string {
  return String((error.name === "Error" ? error.constructor?.name : error.name) || error.name || "Error");
}

/** `vm` puts the compiled line above an error that leaves its script. */
function removeDecoration(error: Error): void {
  const { stack } = error;
  const decoration = /^[^\n]+:\d+\n[^\n]*\n[ \t]*\^+\n\n?/.exec(stack ?? "");
  if (stack && decoration) error.stack = stack.slice(decoration[0].length);
}

/** What the compiler has against a cell. */
export function compileFailure(diagnostics: Diagnostic[], source: CellSource): Failure {
  const errors = joinChains(diagnostics);
  const [first] = errors as [Diagnostic, ...Diagnostic[]];
  const shown = errors.slice(0, shownDiagnostics);
  const traceback = shown.flatMap((error, index) => {
    const again = shown.slice(0, index).some(({ code }) => adviceOn(code) === adviceOn(error.code));
    return [...describe(error, source), ...(again ? [] : adviceLine(error.code))];
  });
  if (errors.length > shownDiagnostics)
    traceback.push(message("moreErrors", errors.length - shownDiagnostics));
  return { ename: `TS${first.code}`, evalue: first.messageText, traceback };
}

function describe({ code, messageText, fileName, start }: Diagnostic, source: CellSource): string[] {
  const position = { source, line: start.line + 1, column: start.character + 1 };
  const place = `${fileName ?? source.label}:${position.line}:${position.column}`;
  return [
    red(`TS${code}: ${messageText}`),
    ...(fileName === undefined ? excerpt(position) : []),
    `    at ${place}`,
  ];
}

function adviceLine(code: number): string[] {
  const advice = adviceOn(code);
  return advice === undefined ? [] : [`→ ${advice}`];
}

/** tslab lists the links of one explanation one by one; they share their place. */
function joinChains(diagnostics: Diagnostic[]): Diagnostic[] {
  const joined: Diagnostic[] = [];
  for (const one of diagnostics) {
    const last = joined.at(-1);
    if (last?.start.offset === one.start.offset && last.end.offset === one.end.offset) {
      last.messageText += `\n  ${one.messageText}`;
    } else {
      joined.push({ ...one });
    }
  }
  return joined;
}
