import { type Analysis, type AnalysisOptions, analyse } from "../api/analysis.js";
import { formatOf, onlyFile, readArguments, rowOptions } from "./arguments.js";
import type { Cell } from "./cell.js";
import type { Command } from "./commands/index.js";
import { rowWriter } from "./format.js";
import { print } from "./output.js";
import { withSource } from "./reading.js";

const heuristicOption = { heuristic: { type: "boolean" } } as const;

interface RowsSettings {
  /** Whether the command takes `--heuristic`. */
  allowHeuristic?: boolean;
  /** What the rows are made of, where it is less than everything. */
  needs?: AnalysisOptions;
}

/** A command that prints rows of what one pass over a capture found. */
export function rowsCommand(
  columns: readonly string[],
  rowsOf: (analysis: Analysis) => Iterable<readonly Cell[]>,
  { allowHeuristic = false, needs = {} }: RowsSettings = {},
): Command {
  return (args) => {
    const options = { ...rowOptions, ...(allowHeuristic ? heuristicOption : {}) };
    const { values, positionals } = readArguments(args, options);
    const format = formatOf(values.format);
    const heuristic = "heuristic" in values && values.heuristic === true;
    return withSource(onlyFile(positionals), async (source) => {
      const analysis = await analyse(source, { ...needs, heuristic });
      const writer = rowWriter(format, columns, print);
      for (const row of rowsOf(analysis)) writer.row(row);
      writer.end();
      return analysis.warnings;
    });
  };
}
