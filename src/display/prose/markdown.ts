import type { MimeBundle } from "../bundle.js";
import { visibleLine } from "../visible.js";

/**
 * Markdown of ours with values in it: the literal parts are Markdown, the values are text, whatever they hold.
 *
 * @example markdown`**${call.from}** called ${call.to}`
 */
export function markdown(strings: TemplateStringsArray, ...values: readonly (string | number)[]): MimeBundle {
  let source = strings[0]!;
  let text = strings[0]!;
  values.forEach((value, i) => {
    source += escaped(String(value)) + strings[i + 1]!;
    text += visibleLine(String(value)) + strings[i + 1]!;
  });
  return { "text/markdown": source, "text/plain": text };
}

/** All ASCII punctuation may stand as a character reference (CommonMark §2.5), where a backslash may not. */
function escaped(text: string): string {
  return visibleLine(text).replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
