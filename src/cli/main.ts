#!/usr/bin/env node
import { NotACapture } from "../capture/frame.js";
import { CannotRead } from "../files/cannot-read.js";
import { setLanguage } from "../language.js";
import { BadArguments } from "./arguments.js";
import { commands } from "./commands/index.js";
import { helpOf, overview } from "./help.js";
import { messages } from "./messages.js";
import { complain, print } from "./output.js";

setLanguage(/^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || "") ? "fr" : "en");
process.exitCode = await main(process.argv.slice(2));

/** The exit status: 0 all done, 1 in part, 2 nothing. */
async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    print(overview());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    print(`${(await import("./version.js")).version}\n`);
    return 0;
  }
  const command = commands[name];
  if (command === undefined) {
    complain(messages().noCommand(name, Object.keys(commands)));
    return 2;
  }
  if (args.includes("--help") || args.includes("-h")) {
    print(helpOf(name));
    return 0;
  }
  try {
    return await (await command()).run(args);
  } catch (error) {
    if (error instanceof BadArguments) complain(messages().seeHelp(error.message, name));
    else if (error instanceof NotACapture || error instanceof CannotRead) complain(error.message);
    else complain(messages().internal(error));
    return 2;
  }
}
