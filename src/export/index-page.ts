import { writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { pageWords } from "./messages.js";
import { document } from "./page/document.js";
import { escapeHtml } from "./page/escape.js";
import type { WrittenPage } from "./site.js";

/** Writes `index.html` into an export's folder: its pages by language, this one first. Returns its path. */
export function writeIndex(out: string, pages: readonly WrittenPage[], first: "en" | "fr"): string {
  const lists = [first, first === "en" ? ("fr" as const) : ("en" as const)].map((language) => {
    const items = pages
      .filter((page) => page.language === language)
      .map(({ path, title }) => {
        const address = relative(resolve(out), path).split(sep).map(encodeURIComponent).join("/");
        return `<li><a href="${escapeHtml(address)}">${escapeHtml(title)}</a></li>\n`;
      });
    const heading = `<h1>${escapeHtml(pageWords(language).lessons)}</h1>`;
    return items.length
      ? `<section lang="${language}">${heading}\n<ol>\n${items.join("")}</ol></section>\n`
      : "";
  });
  const title = pageWords(first).lessons;
  const path = join(out, "index.html");
  writeFileSync(
    path,
    document({ language: first, title, body: `<main class="index">\n${lists.join("")}</main>` }),
  );
  return path;
}
