import { BadArguments, readArguments } from "../arguments.js";
import { lab } from "../lab.js";
import { messages } from "../messages.js";
import type { Command } from "./index.js";

/** JupyterLab on a folder of notebooks. */
export const run: Command["run"] = (args, faces) => {
  const options = { port: { type: "string" }, "no-browser": { type: "boolean", default: false } } as const;
  const { values, positionals } = readArguments(args, options);
  if (positionals.length > 1) throw new BadArguments(messages().moreFiles(positionals.length));
  return lab({
    directory: positionals[0],
    browser: !values["no-browser"],
    port: values.port === undefined ? undefined : portOf(values.port),
    faces,
  });
};

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new BadArguments(messages().badPort(text));
}
