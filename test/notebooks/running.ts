import { resolve } from "node:path";
import { inspect } from "node:util";
import { withoutChartLibrary } from "../../src/display/chart/library.js";
import * as voiplab from "../../src/index.js";
import { codeOf, FOLDER, type LessonLanguage, lesson, type StoredNotebook, textOf } from "./lessons.js";

/** What a cell showed: the MIME bundles of its displays and its result, and what it printed. */
export interface Shown {
  id: string;
  bundles: Record<string, unknown>[];
  printed: string;
}

type Body = (...values: unknown[]) => Promise<void>;
const AsyncFunction = (async () => {}).constructor as new (...names: string[]) => Body;

const runs = new Map<string, Promise<Shown[]>>();

/** A cell, or what an exercise says to type. */
interface Typed {
  id: string;
  code: string;
}

/** What the cells of a lesson show, and then what its exercises say to type; each lesson is run once. */
export function shownBy(language: LessonLanguage, name: string): Promise<Shown[]> {
  const key = `${language} ${name}`;
  const notebook = lesson(language, name);
  const known = runs.get(key) ?? run(language, [...cellsOf(notebook), ...exercisesOf(notebook)]);
  runs.set(key, known);
  return known;
}

/** The capture that the lessons are about. */
export const STUDIED = "trame-asterisk.pcapng";

/** What the cells of a lesson show where the reader has put another capture in place of the one that it is about. */
export function shownOn(capture: string, language: LessonLanguage, name: string): Promise<Shown[]> {
  return run(language, cellsOf(lesson(language, name)), (path) => path.replace(STUDIED, capture));
}

/** Runs cells one after another, on the sources, as one function; a last expression without `;` is shown. */
async function run(
  language: LessonLanguage,
  cells: readonly Typed[],
  replaced = (path: string): string => path,
): Promise<Shown[]> {
  const shown: Shown[] = [];
  const now = () => shown[shown.length - 1]!;
  const names = {
    ...voiplab,
    openCapture: (path: string) => voiplab.openCapture(resolve(FOLDER, language, replaced(path))),
    readText: (path: string) => voiplab.readText(resolve(FOLDER, language, path)),
    begin: (id: string) => shown.push({ id, bundles: [], printed: "" }),
    display: (value: unknown) => now().bundles.push(bundleOf(value)),
    result: (value: unknown) => value !== undefined && now().bundles.push(bundleOf(value)),
    console: {
      log: (value: unknown) => {
        now().printed += `${typeof value === "string" ? value : inspect(value)}\n`;
      },
    },
  };
  const body = cells.map(({ id, code }) => `begin("${id}");\n${withResult(code)}`);
  voiplab.lab.reset();
  await new AsyncFunction(...Object.keys(names), body.join("\n"))(...Object.values(names));
  return shown;
}

function cellsOf(notebook: StoredNotebook): Typed[] {
  return codeOf(notebook).map((cell) => ({ id: cell.id, code: textOf(cell) }));
}

/** Code in the text of the exercises that stands for itself. */
function exercisesOf({ cells }: StoredNotebook): Typed[] {
  const text = textOf(cells.find(({ id }) => id === "your-turn")!);
  // an ellipsis stands for what the reader is to find
  const codes = [
    ...text.matchAll(/`((?:\(?\d|const |console\.|call|capture|recorded|registration|leaving)[^`…]*)`/g),
  ];
  // a declaration shows nothing: it goes with what is typed after it
  const typed = codes
    .map(([, code]) => code!)
    .join("\n")
    .replace(/;\n/g, "; ")
    .split("\n")
    .filter((code) => code !== "");
  return typed.map((code, i) => ({ id: `your-turn ${i + 1}`, code: code.replace("; ", ";\n") }));
}

/** Shows the value of the expression that a cell ends with, be it of several lines; one that ends with `;` is not shown. */
function withResult(code: string): string {
  if (code.endsWith(";") || code.endsWith("}")) return code;
  const lines = code.split("\n");
  for (let start = lines.length - 1; start >= 0; start--) {
    const last = lines.slice(start).join("\n");
    if (isExpression(last)) return [...lines.slice(0, start), `result(${last});`].join("\n");
  }
  return code;
}

function isExpression(code: string): boolean {
  try {
    new AsyncFunction(`return (${code}\n);`);
    return true;
  } catch {
    return false;
  }
}

function bundleOf(value: unknown): Record<string, unknown> {
  const own = (value as { [voiplab.jupyterDisplay]?: () => Record<string, unknown> } | undefined)?.[
    voiplab.jupyterDisplay
  ];
  if (!own) return isBundle(value) ? value : { "text/plain": inspect(value) };
  const bundle = own.call(value);
  const html = bundle["text/html"];
  return typeof html === "string" ? { ...bundle, "text/html": withoutChartLibrary(html) } : bundle;
}

/** The kernel takes an object whose keys are MIME types as a bundle; `table` and its like give such. */
const isBundle = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && "text/plain" in value;

/** The plain text of what a cell showed and printed. */
export const plainText = ({ bundles, printed }: Shown): string =>
  printed + bundles.map((bundle) => String(bundle["text/plain"])).join("\n");
