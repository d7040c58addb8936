import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Format } from "./format.js";
import { messages } from "./messages.js";

/** Thrown for arguments that cannot be understood; the message is one clear line. */
export class BadArguments extends Error {
  override readonly name = "BadArguments";
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options and positional arguments of a command. Throws `BadArguments`. */
export function readArguments<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new BadArguments(complaintAbout(error as Error, options));
  }
}

/** What is wrong with an option, in the reader's language; Node's sentence quotes which one it is. */
function complaintAbout({ message }: Error, options: Options): string {
  const [, option = ""] = /'(?:-\w, )?(--?[^\s']*)/.exec(message) ?? [];
  const known = options[option.slice(2)];
  if (known === undefined) return messages().noOption(option);
  return known.type === "string" ? messages().valueMissing(option) : messages().valueGiven(option);
}

/** Options of every command that prints rows. */
export const rowOptions = { format: { type: "string" } } as const;

export function formatOf(value: string | undefined): Format {
  if (value === undefined) return process.stdout.isTTY ? "table" : "tsv";
  if (value === "table" || value === "tsv" || value === "json") return value;
  throw new BadArguments(messages().badFormat(value));
}

/** The only positional argument: a capture file. */
export function onlyFile(positionals: readonly string[]): string {
  if (positionals.length === 1) return positionals[0]!;
  throw new BadArguments(
    positionals.length === 0 ? messages().noFile() : messages().moreFiles(positionals.length),
  );
}
