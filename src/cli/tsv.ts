import type { Pieces } from "../dissect/protocol.js";
import { type Cell, isPieces, type RowWriter, Seconds, textOf } from "./cell.js";
import { Utf8Sink } from "./utf8-sink.js";

const TAB = 0x09;
const LINE_FEED = 0x0a;
const POINT = 0x2e;

/** Nanoseconds that the last of so many decimals of a second stands for. */
const UNITS = [1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 100, 10, 1] as const;

/** Rows as tab-separated values, whose first names the columns. */
export function tsvWriter(columns: readonly string[], write: (bytes: Uint8Array) => void): RowWriter {
  const sink = new Utf8Sink(write);
  const row = (cells: readonly Cell[]) => {
    for (let i = 0; i < cells.length; i++) {
      if (i > 0) sink.byte(TAB);
      writeCell(sink, cells[i]);
    }
    sink.byte(LINE_FEED);
  };
  row(columns);
  return { row, end: () => sink.flush() };
}

function writeCell(sink: Utf8Sink, cell: Cell): void {
  if (typeof cell === "string") sink.text(cell);
  else if (isWhole(cell)) sink.wholeNumber(cell);
  else if (cell instanceof Seconds) writeSeconds(sink, cell);
  else if (isPieces(cell)) writePieces(sink, cell);
  else sink.text(textOf(cell));
}

function writePieces(sink: Utf8Sink, pieces: Pieces): void {
  for (const piece of pieces) {
    if (typeof piece === "object") sink.recurring(piece);
    else if (isWhole(piece)) sink.wholeNumber(piece);
    else sink.text(`${piece}`);
  }
}

function writeSeconds(sink: Utf8Sink, cell: Seconds): void {
  const { time, decimals } = cell;
  if (time < 0 || time > Number.MAX_SAFE_INTEGER) {
    sink.text(cell.text);
    return;
  }
  const whole = Math.floor(time / 1e9);
  sink.wholeNumber(whole);
  if (decimals === 0) return;
  sink.byte(POINT);
  sink.digits(Math.floor((time - whole * 1e9) / UNITS[decimals]!), decimals);
}

function isWhole(cell: Cell): cell is number {
  return typeof cell === "number" && cell >>> 0 === cell;
}
