import { openBytes } from "../../api/open.js";
import { BadArguments, readArguments } from "../arguments.js";
import { messages } from "../messages.js";
import { print } from "../output.js";
import { withSource } from "../reading.js";
import type { Command } from "./index.js";

/** The details of one frame, and its bytes. */
export const run: Command["run"] = (args) => {
  const { positionals } = readArguments(args, {});
  const [path, wanted, ...rest] = positionals;
  if (path === undefined) throw new BadArguments(messages().noFile());
  if (wanted === undefined || rest.length > 0 || !/^[1-9]\d*$/.test(wanted)) {
    throw new BadArguments(messages().badNumber(rest[0] ?? wanted ?? ""));
  }
  return withSource(path, async (source) => {
    const capture = await openBytes(source);
    const frame = capture.frames.at(Number(wanted) - 1);
    if (!frame) throw new BadArguments(messages().noFrame(Number(wanted), capture.frames.length));
    print(`${frame}\n`);
    return capture.warnings;
  });
};
