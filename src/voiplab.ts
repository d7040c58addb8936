import { otherCommands } from "./cli/commands/others.js";
import { main } from "./cli/main.js";

/**
 * Runs `voiplab` with these arguments; the exit status. Here, and only here, the faces meet: the command line is handed
 * the other two, each loaded when it is called for.
 */
export function run(args: readonly string[]): Promise<number> {
  const commands = otherCommands({
    exporter: () => import("./export/index.js"),
    kernel: () => import("./kernel/index.js"),
  });
  return main(args, commands);
}
