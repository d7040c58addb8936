import { cellText, type ValueKind } from "../cells.js";
import { type FrameReference, frameReference } from "../frames.js";
import { messages } from "../messages.js";
import { visibleLine } from "../visible.js";
import type { Column, Highlight, TableOptions } from "./options.js";

/** A table whose cells are text, ready for any form. */
export interface PreparedTable {
  caption: string | undefined;
  columns: PreparedColumn[];
  rows: PreparedRow[];
  /** How many rows there are beyond those. */
  left: number;
  /** Finds the frames of all the rows shown. */
  filter: string | undefined;
}

export interface PreparedColumn {
  label: string;
  title: string | undefined;
  kind: ValueKind | "frame";
}

export interface PreparedRow {
  cells: string[];
  /** A number for the value of each cell that is followed, from 0 in order of appearance. */
  marks: (number | undefined)[];
  filter: string | undefined;
  highlight: Highlight | undefined;
}

const MOST_ROWS = 200;
/** Rows looked at to find the columns and their kinds, when the caller does not say. */
const SAMPLED = 50;

export function prepared<Row extends object>(options: TableOptions<Row>): PreparedTable {
  const { rows, frameOf, filterOf, highlight, maxRows = MOST_ROWS } = options;
  const columns = columnsOf(options);
  const shown = rows.slice(0, Math.max(0, maxRows));
  const framed: number[] = [];
  const markOf = marker();
  const ready = shown.map((row): PreparedRow => {
    const frames = frameOf?.(row);
    if (frames !== undefined) for (const frame of [frames].flat()) framed.push(frame);
    const reference: FrameReference = frameReference(frames);
    const cells = columns.map((column) =>
      cellText((row as Record<string, unknown>)[column.key], column.kind, column.decimals),
    );
    const marks = columns.map(({ follow }, i) => markOf(follow, cells[i]!));
    return {
      cells: frameOf ? [reference.label, ...cells] : cells,
      marks: frameOf ? [undefined, ...marks] : marks,
      filter: filterOf?.(row) ?? reference.filter,
      highlight: highlight?.(row),
    };
  });
  const known: Readonly<Record<string, string>> = messages().columns;
  const heads = columns.map(({ key, label, title, kind }): PreparedColumn => {
    return {
      label: visibleLine(label ?? (Object.hasOwn(known, key) ? known[key] : key)),
      title,
      kind: kind ?? "text",
    };
  });
  const frameHead: PreparedColumn = { label: messages().frame, title: messages().frameTitle, kind: "frame" };
  return {
    caption: options.caption === undefined ? undefined : visibleLine(options.caption),
    columns: frameOf ? [frameHead, ...heads] : heads,
    rows: ready,
    left: (options.total ?? rows.length) - shown.length,
    filter: filterOf ? undefined : frameReference(framed).filter,
  };
}

/** Numbers the values that are followed, each group from 0. */
function marker(): (group: string | undefined, value: string) => number | undefined {
  const groups = new Map<string, Map<string, number>>();
  return (group, value) => {
    if (group === undefined || value === "") return undefined;
    const known = groups.get(group) ?? new Map<string, number>();
    groups.set(group, known);
    const mark = known.get(value) ?? known.size;
    known.set(value, mark);
    return mark;
  };
}

function columnsOf<Row extends object>({ columns, rows }: TableOptions<Row>): readonly Column[] {
  const sample = rows.slice(0, SAMPLED) as readonly Record<string, unknown>[];
  const keys = (): Column[] =>
    [...new Set(sample.flatMap((row) => Object.keys(row)))].map((key) => ({ key }));
  return (columns ?? keys()).map((column) => {
    if (column.kind) return column;
    const values = sample
      .map((row) => row[column.key])
      .filter((value) => value !== undefined && value !== null);
    const numeric =
      values.length > 0 && values.every((value) => typeof value === "number" || typeof value === "bigint");
    return { ...column, kind: numeric ? "number" : "text" };
  });
}
