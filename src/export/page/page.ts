import { pageWords } from "../messages.js";
import type { Cell, Notebook } from "../notebook.js";
import { document } from "./document.js";
import { escapeHtml } from "./escape.js";
import { createHighlighter } from "./highlight.js";
import { createMarkdown, type Heading, type MarkdownPlace } from "./markdown.js";
import { outputHtml } from "./outputs.js";

/** Another page of the same export. */
export interface PageLink {
  readonly href: string;
  readonly title: string;
}

/** What a page says of those around it. */
export interface PageLinks {
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
  /** The same lesson in the other language. */
  readonly translation?: (PageLink & { readonly language: "en" | "fr" }) | undefined;
}

/** A notebook as one HTML file that needs nothing else. */
export async function notebookPage(
  notebook: Notebook,
  title: string,
  links: PageLinks,
  place: MarkdownPlace,
): Promise<string> {
  const { language } = place;
  const highlight = await createHighlighter();
  const markdown = await createMarkdown(place, highlight);
  // Markdown that a cell puts out is no part of the table of contents.
  const shownMarkdown = await createMarkdown(place, highlight);
  const renderer = { language, markdown: (source: string) => shownMarkdown.render(source) };
  const programming = programmingLanguage(notebook);
  const sections = notebook.cells.map((cell, index) => {
    const id = `cell-${index + 1}`;
    if (cell.tags.has("remove-cell")) return "";
    if (cell.type === "markdown")
      return `<section class="markdown" id="${id}">\n${markdown.render(cell.source, cell.attachments)}</section>\n`;
    if (cell.type === "raw") return "";
    const shown = cell.tags.has("remove-output")
      ? []
      : cell.outputs.map((output) => outputHtml(output, renderer));
    return codeSection(
      cell,
      id,
      shown.join("\n"),
      (text) => highlight(text, programming),
      pageWords(language).source,
    );
  });
  const main = `<main>\n${sections.join("")}</main>`;
  return document({
    language,
    title,
    body: `${header(links, language)}\n${contents(markdown.headings, language)}\n${main}\n${footer(links, language)}`,
  });
}

function codeSection(
  cell: Cell,
  id: string,
  outputs: string,
  highlight: (text: string) => string,
  sourceWord: string,
): string {
  const source = cell.source.trimEnd();
  if (source === "" && outputs === "") return "";
  const count = `<span class="count" aria-hidden="true">${cell.executionCount ?? ""}</span>`;
  const pre = `<pre class="code">${count}<code>${highlight(source)}</code></pre>\n`;
  const folded = cell.sourceHidden
    ? `<details class="source"><summary>${sourceWord}</summary>${pre}</details>\n`
    : pre;
  const code = source === "" || cell.tags.has("remove-input") ? "" : folded;
  const below = outputs && `<div class="outputs">\n${outputs}\n</div>\n`;
  return `<section class="cell" id="${id}">\n${code}${below}</section>\n`;
}

/** The list of a page's headings, when there are enough of them to get lost among. */
function contents(headings: readonly Heading[], language: "en" | "fr"): string {
  const listed = headings.filter(({ level }, index) => level <= 3 && (index > 0 || level > 1));
  if (headings.length < 4 || listed.length === 0) return "";
  const top = Math.min(...listed.map(({ level }) => level));
  const items = listed.map(
    ({ level, id, html }) => `<li class="depth-${level - top}"><a href="#${escapeHtml(id)}">${html}</a></li>`,
  );
  return `<nav class="contents"><details open><summary>${pageWords(language).contents}</summary><ol>\n${items.join("\n")}\n</ol></details></nav>`;
}

function header({ translation, ...links }: PageLinks, language: "en" | "fr"): string {
  const other = translation
    ? `<a class="translation" lang="${translation.language}" hreflang="${translation.language}" href="${escapeHtml(translation.href)}">${pageWords(translation.language).languageName}</a>`
    : "";
  const around = neighbours(links, language);
  return other || around ? `<header class="top">${around}${other}</header>` : "";
}

function footer(links: PageLinks, language: "en" | "fr"): string {
  const around = neighbours(links, language);
  return around && `<footer>${around}</footer>`;
}

function neighbours({ previous, next }: PageLinks, language: "en" | "fr"): string {
  const words = pageWords(language);
  const link = (to: PageLink | undefined, rel: "prev" | "next", word: string) =>
    to
      ? `<a rel="${rel}" href="${escapeHtml(to.href)}"><span>${word}</span> ${escapeHtml(to.title)}</a>`
      : "";
  const around = link(previous, "prev", words.previous) + link(next, "next", words.next);
  return around && `<nav class="around">${around}</nav>`;
}

function programmingLanguage({ metadata }: Notebook): string {
  const named = (key: string, field: string) =>
    (metadata[key] as Record<string, unknown> | undefined)?.[field];
  return String(named("language_info", "name") ?? named("kernelspec", "language") ?? "typescript");
}
