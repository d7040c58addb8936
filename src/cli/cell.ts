import type { Pieces } from "../dissect/protocol.js";
import { formatSeconds } from "../dissect/time.js";

/** A number to be written with these digits: `0.100000`. */
export class Decimal {
  constructor(readonly text: string) {}
}

/** Nanoseconds, and what is to be added to them, to be written as seconds with that many decimals. */
export class Seconds {
  constructor(
    readonly time: number,
    readonly decimals: number,
    readonly rest = 0,
  ) {}

  get text(): string {
    return formatSeconds(this.time, this.decimals, this.rest);
  }
}

/** A cell: undefined prints as nothing in TSV and is `null` in JSON; a text may come in pieces. */
export type Cell = string | number | Decimal | Seconds | Pieces | undefined;

/** Writes rows, whose cells it reads at once; `end` must be called. */
export interface RowWriter {
  row(cells: readonly Cell[]): void;
  end(): void;
}

export function textOf(cell: Cell): string {
  if (cell === undefined) return "";
  if (isPieces(cell)) return cell.join("");
  return typeof cell === "object" ? cell.text : `${cell}`;
}

export function isText(cell: Cell): boolean {
  return typeof cell === "string" || isPieces(cell);
}

export function isPieces(cell: Cell): cell is Pieces {
  return Array.isArray(cell);
}
