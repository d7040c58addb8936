import { SourceMap } from "node:module";
import type { OwnFile } from "./compiler/maps.js";

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
  /** The source map of what it was compiled to. */
  map: string;
  /** Lines of what it was compiled to; below is the call of the function around it. */
  scriptLines: number;
  /** Lines that were put above it, and above what it was compiled to. */
  linesAbove: { module: number; script: number };
}

const prefix = "voiplab-cell-";
const mention = new RegExp(`${prefix}(\\d+):(\\d+):(\\d+)`, "g");
const sources: CellSource[] = [];
const ownScript = /(\/[^():]+\.js):(\d+):(\d+)/g;
/** The notebook's own files, by the path that their scripts run under. */
const ownFiles = new Map<string, CellSource>();

/** tslab puts one line above a cell, so that it is a module; and its function's head stands before the script. */
const cellLinesAbove = { module: 1, script: 1 };

/** A cell that is going to be compiled. */
export function cellSource(label: string, text: string): CellSource {
  return { label, text, map: "", scriptLines: 0, linesAbove: cellLinesAbove };
}

/** Makes stack traces find back to a file of the notebook's own. */
export function nameFile(script: string, { text, map }: OwnFile, label: string): void {
  const linesAbove = { module: 0, script: 0 };
  ownFiles.set(script, { label, text, map, scriptLines: Number.POSITIVE_INFINITY, linesAbove });
}

/** Gives a compiled cell a name of its own, by which stack traces find back to it. */
export function nameScript(script: string, source: CellSource): string {
  const named = "\n".repeat(cellLinesAbove.script) + script;
  source.scriptLines = named.split("\n").length;
  return `${named}\n//# sourceURL=${prefix}${sources.push(source) - 1}`;
}

/** A stack frame with the places of cells as written; undefined for the frame that only calls the cell. */
export function locateCells(frame: string, found: (position: CellPosition) => void): string | undefined {
  let own = true;
  const locate = (whole: string, source: CellSource | undefined, line: string, column: string) => {
    if (!source) return whole;
    if (Number(line) > source.scriptLines) {
      own = false;
      return whole;
    }
    const position = asWritten(source, Number(line), Number(column));
    found(position);
    return `${source.label}:${position.line}:${position.column}`;
  };
  const located = frame
    .replace(mention, (whole, index: string, ...place: [string, string]) =>
      locate(whole, sources[Number(index)], ...place),
    )
    .replace(ownScript, (whole, path: string, ...place: [string, string]) =>
      locate(whole, ownFiles.get(path), ...place),
    );
  // tslab keeps functions of earlier cells in a proxy, and calls them there
  return own ? located.replace(/^(async )?Proxy\./, "$1") : undefined;
}

function asWritten(source: CellSource, line: number, column: number): CellPosition {
  let place = { line: line - 1 - source.linesAbove.script, column: column - 1 };
  const entry = new SourceMap(JSON.parse(source.map)).findEntry(place.line, place.column);
  if ("originalLine" in entry) place = { line: entry.originalLine, column: entry.originalColumn };
  return { source, line: place.line + 1 - source.linesAbove.module, column: place.column + 1 };
}

/** The line as written, and a caret below the place. */
export function excerpt({ source, line, column }: CellPosition): string[] {
  const text = source.text.split("\n")[line - 1];
  if (text === undefined) return [];
  const gutter = `${line} │ `;
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  return [`${gutter}${text}`, `${" ".repeat(gutter.length - 2)}│ ${indent}^`];
}
