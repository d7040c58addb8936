import { readFileSync } from "node:fs";
import { ExportError } from "./error.js";
import { message } from "./messages.js";

/** Data by MIME type, text in one piece. */
export type Bundle = Record<string, unknown>;

/** An output of a code cell (nbformat 4.5, "Output"). */
export type Output =
  | { output_type: "stream"; name: string; text: string }
  | { output_type: "display_data" | "execute_result"; data: Bundle }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** A cell of a notebook. */
export interface Cell {
  readonly type: "markdown" | "code" | "raw";
  readonly source: string;
  readonly tags: ReadonlySet<string>;
  /** Pictures put into a Markdown cell, by name. */
  readonly attachments: Readonly<Record<string, Bundle>>;
  /** `metadata.jupyter.source_hidden`: the author folded the code away. */
  readonly sourceHidden: boolean;
  executionCount: number | undefined;
  outputs: Output[];
}

/** A notebook as an export needs it. */
export interface Notebook {
  readonly path: string;
  readonly cells: Cell[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

type Json = Record<string, unknown>;

/** Reads a notebook of format 4. Throws `ExportError` with one sentence for anything else. */
export function readNotebook(path: string): Notebook {
  const json = parse(path, readText(path));
  if (!isObject(json) || typeof json.nbformat !== "number")
    throw new ExportError(2, message().notNotebook(path));
  if (json.nbformat !== 4) throw new ExportError(2, message().oldFormat(path, json.nbformat));
  if (!Array.isArray(json.cells)) throw new ExportError(2, message().notNotebook(path));
  const cells = json.cells.map((cell, index) => readCell(path, cell, index + 1));
  return { path, cells, metadata: isObject(json.metadata) ? json.metadata : {} };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new ExportError(2, message().cannotOpen(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new ExportError(2, message().notJson(path, reason!));
  }
}

function readCell(path: string, cell: unknown, number: number): Cell {
  const type = isObject(cell) ? cell.cell_type : undefined;
  if (!isObject(cell) || (type !== "markdown" && type !== "code" && type !== "raw") || !isText(cell.source))
    throw new ExportError(2, message().badCell(path, number));
  const metadata = isObject(cell.metadata) ? cell.metadata : {};
  const jupyter = isObject(metadata.jupyter) ? metadata.jupyter : {};
  const tags = Array.isArray(metadata.tags) ? metadata.tags.map(String) : [];
  return {
    type,
    source: text(cell.source),
    tags: new Set(tags),
    attachments: isObject(cell.attachments) ? mapValues(cell.attachments, (data) => bundle(data)) : {},
    sourceHidden: jupyter.source_hidden === true,
    executionCount: typeof cell.execution_count === "number" ? cell.execution_count : undefined,
    outputs: Array.isArray(cell.outputs) ? cell.outputs.flatMap(readOutput) : [],
  };
}

/** A stored output; none for one of a type that format 4 does not know. */
function readOutput(output: unknown): Output[] {
  if (!isObject(output)) return [];
  const type = output.output_type;
  if (type === "stream") return [{ output_type: type, name: String(output.name), text: text(output.text) }];
  if (type === "display_data" || type === "execute_result")
    return [{ output_type: type, data: bundle(output.data) }];
  if (type === "error") {
    const traceback = Array.isArray(output.traceback) ? output.traceback.map(String) : [];
    return [{ output_type: type, ename: String(output.ename), evalue: String(output.evalue), traceback }];
  }
  return [];
}

/** Data by MIME type; format 4 stores text as lines, and JSON as it is. */
export function bundle(data: unknown): Bundle {
  if (!isObject(data)) return {};
  return mapValues(data, (value) => (isText(value) ? text(value) : value));
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string | string[] =>
  typeof value === "string" || (Array.isArray(value) && value.every((line) => typeof line === "string"));

const text = (value: unknown): string => (Array.isArray(value) ? value.join("") : String(value ?? ""));

const mapValues = <T>(object: Json, change: (value: unknown) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
