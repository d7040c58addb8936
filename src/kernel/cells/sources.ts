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
  /** Lines of what it was compiled to; below is the call of the function around it. */
  scriptLines: number;
}

const prefix = "voiplab-cell-";
const mention = new RegExp(`${prefix}(\\d+):(\\d+):(\\d+)`, "g");
const sources: CellSource[] = [];

/** tslab puts one line above a cell, so that it is a module; and its function's head stands before the script. */
const linesAbove = { module: 1, script: 1 };

/** Gives a compiled cell a name of its own, by which stack traces find back to it. */
export function nameScript(script: string, source: CellSource): string {
  const named = "\n".repeat(linesAbove.script) + script;
  source.scriptLines = named.split("\n").length;
  return `${named}\n//# sourceURL=${prefix}${sources.push(source) - 1}`;
}

/** A stack frame with the places of cells as written; undefined for the frame that only calls the cell. */
export function locateCells(frame: string, found: (position: CellPosition) => void): string | undefined {
  let own = true;
  const located = frame.replace(mention, (whole, index: string, line: string, column: string) => {
    const source = sources[Number(index)];
    if (!source) return whole;
    if (Number(line) > source.scriptLines) {
      own = false;
      return whole;
    }
    const position = asWritten(source, Number(line), Number(column));
    found(position);
    return `${source.label}:${position.line}:${position.column}`;
  });
  // tslab keeps functions of earlier cells in a proxy, and calls them there
  return own ? located.replace(/^(async )?Proxy\./, "$1") : undefined;
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
