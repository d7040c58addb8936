import { rowCommands } from "./cli/commands/rows.js";
import { main } from "./cli/main.js";

/**
 * Runs a command of `voiplab` that prints rows; the exit status. These have a bundle of their own in which nothing is
 * loaded later: V8 optimizes less well what may not be there yet.
 */
export function run(args: readonly string[]): Promise<number> {
  return main(args, rowCommands);
}
