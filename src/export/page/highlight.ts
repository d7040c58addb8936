import { escapeHtml } from "./escape.js";

/** Source code as HTML, coloured where its language is known. */
export type Highlighter = (code: string, language: string) => string;

const grammars = {
  typescript: () => import("highlight.js/lib/languages/typescript"),
  javascript: () => import("highlight.js/lib/languages/javascript"),
  json: () => import("highlight.js/lib/languages/json"),
  bash: () => import("highlight.js/lib/languages/bash"),
  ini: () => import("highlight.js/lib/languages/ini"),
  http: () => import("highlight.js/lib/languages/http"),
  python: () => import("highlight.js/lib/languages/python"),
  xml: () => import("highlight.js/lib/languages/xml"),
  diff: () => import("highlight.js/lib/languages/diff"),
};

/** A SIP message has the shape of an HTTP one (RFC 3261 §7), a dial plan that of an ini file. */
const others = { sip: "http", asterisk: "ini", conf: "ini", console: "bash", shell: "bash" };

/** Loads highlight.js with the languages that lessons use. */
export async function createHighlighter(): Promise<Highlighter> {
  const { default: core } = await import("highlight.js/lib/core");
  for (const [name, load] of Object.entries(grammars)) core.registerLanguage(name, (await load()).default);
  for (const [alias, languageName] of Object.entries(others)) core.registerAliases(alias, { languageName });
  return (code, language) =>
    core.getLanguage(language)
      ? core.highlight(code, { language, ignoreIllegals: true }).value
      : escapeHtml(code);
}
