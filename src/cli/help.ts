import { messages } from "./messages.js";

/** The first screen: every command in a line. */
export function overview(): string {
  const { usage, commands, hint } = messages().help;
  const width = Math.max(...Object.values(commands).map((command) => command.usage.length));
  const lines = Object.values(commands).map(
    (command) => `  ${command.usage.padEnd(width)}  ${command.summary}`,
  );
  return [`${usage}: voiplab COMMAND …`, "", ...lines, "", hint, ""].join("\n");
}

/** The help of one command: usage, what it does, its options. */
export function helpOf(name: string): string {
  const { usage, commands } = messages().help;
  const command = commands[name as keyof typeof commands];
  const options = Object.entries(command.options);
  const width = Math.max(...options.map(([option]) => option.length));
  const lines = options.map(([option, meaning]) => `  ${option.padEnd(width)}  ${meaning}`);
  return [`${usage}: voiplab ${command.usage}`, "", command.text, "", ...lines, ""].join("\n");
}
