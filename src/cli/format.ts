import { visibleLine } from "../display/visible.js";
import { padWidth, textWidth } from "../display/width.js";

/** How rows are printed. */
export type Format = "table" | "tsv" | "json";

/** A number to be written with these digits: `0.100000`. */
export class Decimal {
  constructor(readonly text: string) {}
}

/** A cell: undefined prints as nothing in TSV and is `null` in JSON. */
export type Cell = string | number | Decimal | undefined;

/** Rows that are long in coming are written in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Writes rows in a format, to a sink that takes text; `end` must be called. */
export interface RowWriter {
  row(cells: readonly Cell[]): void;
  end(): void;
}

export function rowWriter(
  format: Format,
  columns: readonly string[],
  write: (text: string) => void,
): RowWriter {
  if (format === "tsv") return tsvWriter(columns, write);
  if (format === "json") return jsonWriter(columns, write);
  return tableWriter(columns, write);
}

function tsvWriter(columns: readonly string[], write: (text: string) => void): RowWriter {
  let pending = `${columns.join("\t")}\n`;
  // one look at a line that needs no escaping is all it costs
  const plain = new RegExp(`^[^\\t\\r\\n]*(?:\\t[^\\t\\r\\n]*){${columns.length - 1}}$`);
  return {
    row(cells) {
      let line = textOf(cells[0]);
      for (let i = 1; i < cells.length; i++) line += `\t${textOf(cells[i])}`;
      pending += plain.test(line) ? line : cells.map(escaped).join("\t");
      pending += "\n";
      if (pending.length < PIECE) return;
      write(pending);
      pending = "";
    },
    end: () => write(pending),
  };
}

function escaped(cell: Cell): string {
  return textOf(cell).replaceAll("\t", "\\t").replaceAll("\r", "\\r").replaceAll("\n", "\\n");
}

function jsonWriter(columns: readonly string[], write: (text: string) => void): RowWriter {
  const keys = columns.map((column) => JSON.stringify(column));
  let pending = "[";
  let first = true;
  return {
    row(cells) {
      const members = keys.map((key, i) => `${key}:${jsonCell(cells[i])}`);
      pending += `${first ? "\n" : ",\n"}{${members.join(",")}}`;
      first = false;
      if (pending.length < PIECE) return;
      write(pending);
      pending = "";
    },
    end: () => write(`${pending}\n]\n`),
  };
}

function jsonCell(cell: Cell): string {
  if (cell instanceof Decimal) return cell.text;
  return JSON.stringify(cell ?? null);
}

/** Columns are as wide as the widest of this many rows; later ones may stand out. */
const MEASURED = 1000;

/** No column is made wider than this for the sake of one long value, which then stands out. */
const WIDEST = 64;

function tableWriter(columns: readonly string[], write: (text: string) => void): RowWriter {
  let waiting: (readonly Cell[])[] = [];
  let widths: readonly number[] | undefined;
  const print = () => {
    const lines = waiting.map((cells) => cells.map((cell) => visibleLine(textOf(cell))));
    if (widths === undefined) {
      lines.unshift([...columns]);
      waiting.unshift(waiting[0] ?? columns); // heads stand as the cells below them do
      widths = columns.map((_, i) => widest(lines.map((line) => line[i] ?? "")));
    }
    const text = lines.map((line, row) => alignedLine(line, waiting[row]!, widths!));
    write(text.join(""));
    waiting = [];
  };
  return {
    row(cells) {
      waiting.push([...cells]);
      if (waiting.length === MEASURED) print();
    },
    end: print,
  };
}

function widest(texts: readonly string[]): number {
  return Math.min(
    WIDEST,
    texts.reduce((width, text) => Math.max(width, textWidth(text)), 0),
  );
}

/** Numbers stand right, all else left. */
function alignedLine(texts: readonly string[], cells: readonly Cell[], widths: readonly number[]): string {
  const padded = texts.map((text, i) =>
    padWidth(text, widths[i]!, typeof cells[i] === "string" ? "left" : "right"),
  );
  return `${padded.join("  ").trimEnd()}\n`;
}

function textOf(cell: Cell): string {
  if (cell === undefined) return "";
  return cell instanceof Decimal ? cell.text : `${cell}`;
}
