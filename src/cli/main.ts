import { NotACapture } from "../capture/frame.js";
import { FileError } from "../files/file-error.js";
import { setLanguage } from "../language.js";
import { BadArguments } from "./arguments.js";
import { type Commands, OTHERS, ROWS } from "./commands/index.js";
import { helpOf, overview } from "./help.js";
import { messages } from "./messages.js";
import { complain, print } from "./output.js";

/**
 * Runs the command that the arguments name, one of those given; the exit status: 0 all done, 1 in part, 2 nothing.
 */
export async function main([name, ...args]: readonly string[], commands: Commands): Promise<number> {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "";
  setLanguage(/^fr/i.test(locale) ? "fr" : "en");
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    print(overview());
    if (name !== undefined) return 0;
    complain(messages().commandMissing());
    return 2;
  }
  if (name === "--version") {
    print(`${(await import("./version.js")).version}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    complain(messages().noCommand(name, [...ROWS, ...OTHERS]));
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    print(helpOf(name));
    return 0;
  }
  try {
    return await command(args);
  } catch (error) {
    if (error instanceof BadArguments) complain(messages().seeHelp(error.message, name));
    else if (error instanceof NotACapture || error instanceof FileError) complain(error.message);
    else complain(isSystemError(error) ? messages().system(error.message) : messages().internal(error));
    return 2;
  }
}

/** What the operating system refused: a full disk, a folder that may not be written to. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
