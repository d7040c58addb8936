import { readFileSync } from "node:fs";
import { type Capture, openCapture } from "../../src/index.js";

export const CAPTURE = new URL("../../notebooks/captures/trame-asterisk.pcapng", import.meta.url);

/** The capture that is committed, not one built anew. */
export const committed = (): Promise<Capture> => openCapture(CAPTURE);

/** A row of the packet list in the report's screenshots. */
export interface ReportRow {
  /** Number, time, source, destination, protocol, length and Info; `-` where a screenshot does not show it. */
  columns: string[];
  /** `printed`: to be read off the page; `partly legible`: but for a digit or two; `inferred` from its neighbours. */
  status: string;
}

export function reportRows(): ReportRow[] {
  const [, ...lines] = readFileSync(new URL("report.tsv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const cells = line.split("\t");
    return { columns: cells.slice(0, 7), status: cells[7]! };
  });
}

/** What the report shows of these columns; where it shows nothing, what was found. */
export const shown = ({ columns }: ReportRow, found: readonly string[]): string[] =>
  columns.map((column, i) => (column === "-" ? found[i]! : column));
