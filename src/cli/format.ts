import { visibleLine } from "../display/visible.js";
import { padWidth, textWidth } from "../display/width.js";
import { type Cell, Decimal, isPieces, isText, type RowWriter, Seconds, textOf } from "./cell.js";
import { tsvWriter } from "./tsv.js";

/** How rows are printed. */
export type Format = "table" | "tsv" | "json";

/** Rows that are long in coming are written in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Writes rows in a format to where text, or bytes of UTF-8, go. */
export function rowWriter(
  format: Format,
  columns: readonly string[],
  write: (piece: string | Uint8Array) => void,
): RowWriter {
  if (format === "tsv") return tsvWriter(columns, write);
  if (format === "json") return jsonWriter(columns, write);
  return tableWriter(columns, write);
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
  if (cell instanceof Decimal || cell instanceof Seconds) return cell.text;
  return JSON.stringify(isPieces(cell) ? textOf(cell) : (cell ?? null));
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
  const padded = texts.map((text, i) => padWidth(text, widths[i]!, isText(cells[i]) ? "left" : "right"));
  return `${padded.join("  ").trimEnd()}\n`;
}
