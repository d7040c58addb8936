import { safeAddress } from "./address.js";
import { escapeHtml } from "./escape.js";

const tags = new Set(
  `a abbr b bdi blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure
  h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td
  tfoot th thead time tr u ul var wbr`.split(/\s+/),
);
const attributes = new Set([
  "align",
  "class",
  "colspan",
  "dir",
  "href",
  "id",
  "lang",
  "open",
  "rowspan",
  "title",
  "width",
]);

const tag = /^<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z]+(?:="[^"<>]*"|='[^'<>]*')?)*)\s*\/?>$/i;
const attribute = /([a-z]+)(?:="([^"]*)"|='([^']*)')?/gi;
const pieces = /<!--[\s\S]*?(?:-->|$)|<[^<>]*>|[^<]+|</g;

/**
 * HTML written in Markdown, reduced to text-level tags: a notebook may come from anybody, and whoever opens its page
 * did not choose to run it. What is not on the list is shown as the text that it is; comments go.
 */
export function safeHtml(html: string): string {
  return (html.match(pieces) ?? []).map(piece).join("");
}

function piece(text: string): string {
  if (text.startsWith("<!--")) return "";
  if (!text.startsWith("<")) return text;
  const [, slash, name, written] = tag.exec(text) ?? [];
  if (name === undefined || !tags.has(name.toLowerCase())) return escapeHtml(text);
  return `<${slash}${name.toLowerCase()}${slash ? "" : keptAttributes(written!)}>`;
}

function keptAttributes(written: string): string {
  let kept = "";
  for (const [, name, double, single] of written.matchAll(attribute)) {
    const value = double ?? single ?? "";
    const key = name!.toLowerCase();
    if (attributes.has(key) && (key !== "href" || safeAddress(value)))
      kept += ` ${key}="${value.replaceAll('"', "&quot;")}"`;
  }
  return kept;
}
