/** How rows are printed. */
export type Format = "table" | "tsv" | "json";

/** A cell: undefined and null print as nothing in TSV and are `null` in JSON. */
export type Cell = string | number | undefined | null;

/** Rows that are long in coming are written in pieces of about this many characters. */
const PIECE = 1 << 16;

/** Writes rows in a format, to a sink that takes text; `end` must be called. */
export interface RowWriter {
  row(cells: readonly Cell[]): void;
  end(): void;
}

export function rowWriter(format: Format, columns: readonly string[], write: (text: string) => void): RowWriter {
  if (format === "tsv") return tsvWriter(columns, write);
  if (format === "json") return jsonWriter(columns, write);
  return tableWriter(columns, write);
}

function tsvWriter(columns: readonly string[], write: (text: string) => void): RowWriter {
  let pending = `${columns.join("\t")}\n`;
  return {
    row(cells) {
      let line = "";
      for (let i = 0; i < cells.length; i++) line += (i === 0 ? "" : "\t") + tsvCell(cells[i]);
      pending += `${line}\n`;
      if (pending.length < PIECE) return;
      write(pending);
      pending = "";
    },
    end: () => write(pending),
  };
}

const UNSAFE = /[\t\r\n]/;

function tsvCell(cell: Cell): string {
  if (cell === undefined || cell === null) return "";
  if (typeof cell === "number") return `${cell}`;
  if (!UNSAFE.test(cell)) return cell;
  return cell.replaceAll("\t", "\\t").replaceAll("\r", "\\r").replaceAll("\n", "\\n");
}

function jsonWriter(columns: readonly string[], write: (text: string) => void): RowWriter {
  let pending = "[";
  let first = true;
  return {
    row(cells) {
      const object = Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? null]));
      pending += `${first ? "\n" : ",\n"}${JSON.stringify(object)}`;
      first = false;
      if (pending.length < PIECE) return;
      write(pending);
      pending = "";
    },
    end: () => write(`${pending}\n]\n`),
  };
}

/** Columns are as wide as the widest of this many rows; later ones may stand out. */
const MEASURED = 1000;

function tableWriter(columns: readonly string[], write: (text: string) => void): RowWriter {
  let rows: Cell[][] = [];
  let widths: number[] | undefined;
  const print = (lines: readonly (readonly Cell[])[]) =>
    write(lines.map((cells) => `${cells.map((cell, i) => pad(cell, widths![i]!)).join("  ").trimEnd()}\n`).join(""));
  const measure = () => {
    widths = columns.map((column, i) => Math.max(column.length, ...rows.map((cells) => visible(cells[i]).length)));
    print([columns, ...rows]);
    rows = [];
  };
  return {
    row(cells) {
      rows.push([...cells]);
      if (rows.length < MEASURED) return;
      if (widths === undefined) measure();
      else print(rows);
      rows = [];
    },
    end() {
      if (widths === undefined) measure();
      else print(rows);
    },
  };
}

function pad(cell: Cell, width: number): string {
  const text = visible(cell);
  return typeof cell === "number" ? text.padStart(width) : text.padEnd(width);
}

/** A terminal must not be driven by a packet: control characters are shown as escapes. */
function visible(cell: Cell): string {
  if (cell === undefined || cell === null) return "";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return String(cell).replace(/[\u0000-\u001f\u007f-\u009f]/g, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
