import { pageWords } from "../messages.js";
import type { Bundle, Output } from "../notebook.js";
import { dataAddress } from "./address.js";
import { ansiToHtml } from "./ansi.js";
import { chartHtml, plotlyType } from "./chart.js";
import { escapeHtml } from "./escape.js";
import { smallerSounds } from "./sound.js";

/** What outputs are turned into HTML with. */
export interface OutputRenderer {
  readonly language: "en" | "fr";
  markdown(source: string): string;
}

/** A cell's output as HTML; empty when there is nothing to show. */
export function outputHtml(output: Output, renderer: OutputRenderer): string {
  if (output.output_type === "stream") {
    const name = output.name === "stderr" ? "stderr" : "stdout";
    return `<pre class="stream ${name}">${ansiToHtml(output.text)}</pre>`;
  }
  if (output.output_type === "error") {
    const { ename, evalue, traceback } = output;
    return `<pre class="stream error">${ansiToHtml(traceback.join("\n") || `${ename}: ${evalue}`)}</pre>`;
  }
  const shown = bundleHtml(output.data, renderer);
  return shown && `<div class="shown">${shown}</div>`;
}

type Show = (value: never, bundle: Bundle, renderer: OutputRenderer) => string;

const image =
  (type: string): Show =>
  (value: unknown, _bundle, { language }) =>
    `<img src="${escapeHtml(dataAddress(type, String(value)))}" alt="${pageWords(language).image}">`;

/** How each type is shown, the most telling first: a chart can be asked, HTML has been made to be looked at. */
const shows: readonly [string, Show][] = [
  [plotlyType, (figure, bundle, { language }) => inert(chartHtml(figure, bundle, pageWords(language).chart))],
  ["text/html", (html: unknown) => smallerSounds(inert(String(html)))],
  ["image/svg+xml", image("image/svg+xml")],
  ["image/png", image("image/png")],
  ["image/jpeg", image("image/jpeg")],
  ["image/gif", image("image/gif")],
  ["image/webp", image("image/webp")],
  ["text/markdown", (source: unknown, _bundle, { markdown }) => markdown(String(source))],
  ["text/plain", (text: unknown) => `<pre class="text">${ansiToHtml(String(text))}</pre>`],
  [
    "application/json",
    (value: unknown) => `<pre class="text">${escapeHtml(JSON.stringify(value, null, 2))}</pre>`,
  ],
];

function bundleHtml(bundle: Bundle, renderer: OutputRenderer): string {
  for (const [type, show] of shows)
    if (bundle[type] !== undefined) return show(bundle[type] as never, bundle, renderer);
  return "";
}

/**
 * HTML of an output without its scripts, save those that are data: the page has the few that its displays need, and its
 * policy lets no other run. Redirections and their like, which no policy covers, become text.
 */
function inert(html: string): string {
  return html
    .replace(/<script\b(?![^>]*\bapplication\/json\b)[\s\S]*?(?:<\/script\s*>|$)/gi, "")
    .replace(/<(?=\/?(?:meta|link|base|iframe|object|embed|form|plaintext)\b)/gi, "&lt;");
}
