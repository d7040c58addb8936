import { SourceMap } from "node:module";
import type { SourceMaps } from "./compiler/typescript.js";

/** A place in a cell as written; lines and columns count from 1. */
export interface CellPosition {
  source: CellSource;
  line: number;
  column: number;
}

/** A cell as written, and the way back to it from what it was compiled to. */
export interface CellSource {
  /** What messages call it: `In[3]`. */
  label: string;
  text: string;
  maps: SourceMaps;
}

const prefix = "voiplab-cell-";
const mention = new RegExp(`${prefix}(\\d+)(?::(\\d+):(\\d+))?`, "g");
const sources: CellSource[] = [];

/** tslab puts one line above a cell, so that it is a module; and its function's head stands before the script. */
const linesAbove = { module: 1, script: 1 };

/** Gives a compiled cell a name of its own, by which stack traces find back to it. */
export function nameScript(script: string, source: CellSource): string {
  const name = `${prefix}${sources.push(source) - 1}`;
  return `${"\n".repeat(linesAbove.script)}${script}\n//# sourceURL=${name}`;
}

/** Replaces mentions of compiled cells in a line by the places as written; tells the first of them. */
export function locateCells(text: string, found?: (position: CellPosition) => void): string {
  return text.replace(mention, (_, index: string, line?: string, column?: string) => {
    const source = sources[Number(index)];
    if (!source) return text;
    if (line === undefined) return source.label;
    const position = asWritten(source, Number(line), Number(column));
    found?.(position);
    return `${source.label}:${position.line}:${position.column}`;
  });
}

function asWritten(source: CellSource, line: number, column: number): CellPosition {
  let place = { line: line - 1 - linesAbove.script, column: column - 1 };
  for (const map of source.maps.toReversed()) {
    const entry = new SourceMap(JSON.parse(map)).findEntry(place.line, place.column);
    if ("originalLine" in entry) place = { line: entry.originalLine, column: entry.originalColumn };
  }
  return { source, line: place.line + 1 - linesAbove.module, column: place.column + 1 };
}

/** The line as written, and a caret below the place. */
export function excerpt({ source, line, column }: CellPosition): string[] {
  const text = source.text.split("\n")[line - 1];
  if (text === undefined) return [];
  const gutter = `${line} │ `;
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  return [`${gutter}${text}`, `${" ".repeat(gutter.length - 2)}│ ${indent}^`];
}
