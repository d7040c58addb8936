import { messages } from "./messages.js";

/** `label: text`, with the blanks that the language sets before a colon. */
export function labelled(label: string, text: string): string {
  return `${label}${messages().colon} ${text}`;
}
