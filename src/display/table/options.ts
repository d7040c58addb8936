import type { ValueKind } from "../cells.js";
import type { Frames } from "../frames.js";

export interface Column {
  key: string;
  /** What stands in the head; when absent, the key, said in the language set where it is a usual one (`time`). */
  label?: string;
  /** `number` for numbers and `text` for all others, when absent. */
  kind?: ValueKind;
  /** What the column means, as a tooltip of its head. */
  title?: string;
  /** Decimals of a `number` (up to 3 when absent) or a `time` (6 when absent). */
  decimals?: number;
  /** Equal values have one colour, in all columns that follow the same thing: seven in turn, so after these again. */
  follow?: string;
}

/** What a row's highlight says; shown by a colour and by a sign. */
export type Highlight = "good" | "warning" | "bad";

export interface TableOptions<Row> {
  /** The row's own keys, when absent. */
  columns?: readonly Column[];
  rows: readonly Row[];
  caption?: string;
  /** The numbers of the frames a row comes from: adds a column that leads to them. */
  frameOf?: (row: Row) => Frames;
  /** A Wireshark display filter that finds a row's frames; the frame numbers' own, when absent. */
  filterOf?: (row: Row) => string | undefined;
  highlight?: (row: Row) => Highlight | undefined;
  /** How many rows there are, when `rows` are only the first of them. */
  total?: number;
  /** Most rows shown; 200 when absent. */
  maxRows?: number;
}
