import { type Analysis, type AnalysisOptions, analyse } from "../api/analysis.js";
import { formatOf, onlyFile, readArguments, rowOptions } from "./arguments.js";
import type { Command } from "./commands/index.js";
import { type Cell, rowWriter } from "./format.js";
import { print } from "./output.js";
import { withSource } from "./reading.js";

const heuristicOption = { heuristic: { type: "boolean" } } as const;

/** A command that prints rows of what one pass over a capture found. */
export function rowsCommand(
  columns: readonly string[],
  rowsOf: (analysis: Analysis) => Iterable<readonly Cell[]>,
  allow: { heuristic?: boolean } = {},
): Command {
  return {
    run(args) {
      const options = { ...rowOptions, ...(allow.heuristic ? heuristicOption : {}) };
      const { values, positionals } = readArguments(args, options);
      const format = formatOf(values.format);
      const settings: AnalysisOptions = { heuristic: "heuristic" in values && values.heuristic === true };
      return withSource(onlyFile(positionals), async (source) => {
        const analysis = await analyse(source, settings);
        const writer = rowWriter(format, columns, print);
        for (const row of rowsOf(analysis)) writer.row(row);
        writer.end();
        return analysis.warnings;
      });
    },
  };
}
