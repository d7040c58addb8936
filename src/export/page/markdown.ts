import type { Tokens } from "marked";
import { pageWords } from "../messages.js";
import type { Bundle } from "../notebook.js";
import { decodeAddress, safeAddress } from "./address.js";
import { escapeHtml } from "./escape.js";
import type { Highlighter } from "./highlight.js";
import { pictureAddress } from "./picture.js";
import { safeHtml } from "./raw-html.js";

/** A heading, as the table of contents lists it. */
export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly html: string;
  readonly text: string;
}

/** Where a Markdown cell stands: what its links and pictures are relative to. */
export interface MarkdownPlace {
  /** The notebook's folder. */
  readonly folder: string;
  readonly language: "en" | "fr";
  /** The address of a notebook's page, when it has one in this export. */
  pageOf(notebook: string): string | undefined;
}

/** Turns a page's Markdown cells into HTML, one after the other. */
export interface MarkdownRenderer {
  readonly headings: Heading[];
  render(source: string, attachments?: Readonly<Record<string, Bundle>>): string;
}

/** GitHub's Markdown by `marked`, with nothing that runs and nothing that loads. */
export async function createMarkdown(
  place: MarkdownPlace,
  highlight: Highlighter,
): Promise<MarkdownRenderer> {
  const { Marked } = await import("marked");
  const headings: Heading[] = [];
  const words = pageWords(place.language);
  let pictures: Readonly<Record<string, Bundle>> = {};
  const marked = new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const text = this.parser.parseInline(tokens, this.parser.textRenderer);
        const id = uniqueId(slug(text), headings);
        headings.push({ level: depth, id, html: withoutLinks(html), text });
        return `<h${depth} id="${escapeHtml(id)}">${html}<a class="anchor" href="#${escapeHtml(id)}" aria-hidden="true">#</a></h${depth}>\n`;
      },
      code({ text, lang }) {
        const language = /^[\w+-]+/.exec(lang ?? "")?.[0] ?? "";
        return `<pre class="code"><code>${highlight(text, language)}</code></pre>\n`;
      },
      html({ text }: Tokens.HTML | Tokens.Tag) {
        return safeHtml(text);
      },
      link({ href, title, tokens }) {
        const text = this.parser.parseInline(tokens);
        const address = linkAddress(href, place);
        if (address === undefined || !safeAddress(address)) return text;
        const hint = title ? ` title="${escapeHtml(title)}"` : "";
        return `<a href="${escapeHtml(address)}"${hint}>${text}</a>`;
      },
      image({ href, text, title }) {
        const address = pictureAddress(href, place.folder, pictures);
        if (!address) return `<em class="missing">${escapeHtml(words.noNetwork(text || href))}</em>`;
        const hint = title ? ` title="${escapeHtml(title)}"` : "";
        return `<img src="${escapeHtml(address)}" alt="${escapeHtml(text)}"${hint}>`;
      },
    },
  });
  return {
    headings,
    render(source, attachments = {}) {
      pictures = attachments;
      const html = marked.parse(source, { async: false });
      return html.replaceAll("<table>", '<table class="plain">');
    },
  };
}

/** The part of a heading that its address is made of, as GitHub and most of the web do. */
export function slug(text: string): string {
  const plain = text.replace(/&(?:#\d+|\w+);/g, "").toLowerCase();
  return (
    plain
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s+/g, "-") || "section"
  );
}

function uniqueId(wanted: string, headings: readonly Heading[]): string {
  const taken = new Set(headings.map(({ id }) => id));
  let id = wanted;
  for (let count = 1; taken.has(id); count++) id = `${wanted}-${count}`;
  return id;
}

const withoutLinks = (html: string): string => html.replace(/<\/?a\b[^>]*>/g, "");

/**
 * A notebook's page instead of the notebook, be it of another export; Jupyter's spelling of an anchor becomes the
 * page's. Other files stay where the notebook is: a link to one would be dead, so it has no address.
 */
function linkAddress(href: string, place: MarkdownPlace): string | undefined {
  const [, path = "", anchor] = /^([^#]*)(?:#(.*))?$/s.exec(href) ?? [];
  const end = anchor === undefined ? "" : `#${slug(decodeAddress(anchor).replaceAll("-", " "))}`;
  if (path === "") return anchor === undefined ? href : end;
  if (/^[a-z][a-z\d+.-]*:/i.test(path)) return href;
  if (!path.endsWith(".ipynb")) return undefined;
  return `${place.pageOf(decodeAddress(path)) ?? path.replace(/\.ipynb$/, ".html")}${end}`;
}
