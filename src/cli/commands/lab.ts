import { BadArguments, readArguments } from "../arguments.js";
import type { Faces } from "../faces.js";
import { lab } from "../lab.js";
import { messages } from "../messages.js";

/** JupyterLab on a folder of notebooks. */
export function run(args: readonly string[], faces: Faces): Promise<number> {
  const options = { port: { type: "string" }, "no-browser": { type: "boolean", default: false } } as const;
  const { values, positionals } = readArguments(args, options);
  if (positionals.length > 1) throw new BadArguments(messages().moreFiles(positionals.length));
  return lab({
    directory: positionals[0],
    browser: !values["no-browser"],
    port: values.port === undefined ? undefined : portOf(values.port),
    faces,
  });
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new BadArguments(messages().badPort(text));
}
