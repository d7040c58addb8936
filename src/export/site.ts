import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { ExportError } from "./error.js";
import { message } from "./messages.js";
import type { Notebook } from "./notebook.js";
import type { PageLink, PageLinks } from "./page/page.js";

/** A notebook among those of one export. */
export interface Lesson {
  readonly notebook: Notebook;
  readonly title: string;
  readonly language: "en" | "fr";
  /** Path of its page below the output folder, `/` between folders. */
  readonly page: string;
}

/** A page that has been written. */
export interface WrittenPage {
  readonly path: string;
  readonly title: string;
  readonly language: "en" | "fr";
}

/** Gives every notebook its title, language and page: notebooks of several folders keep these apart. */
export function planSite(notebooks: readonly Notebook[]): Lesson[] {
  const folders = notebooks.map(({ path }) => dirname(resolve(path)).split(sep));
  const shared = commonStart(folders);
  const lessons = notebooks.map((notebook, index) => ({
    notebook,
    title: titleOf(notebook),
    language: languageOf(notebook),
    page: [...folders[index]!.slice(shared), `${basename(notebook.path, ".ipynb")}.html`].join("/"),
  }));
  const pages = new Map<string, Notebook>();
  for (const { notebook, page } of lessons) {
    const other = pages.get(page);
    if (other) throw new ExportError(2, message().samePage(other.path, notebook.path, page));
    pages.set(page, notebook);
  }
  return lessons;
}

function commonStart(folders: readonly string[][]): number {
  const [first = [], ...others] = folders;
  const differs = first.findIndex((name, at) => others.some((other) => other[at] !== name));
  return differs < 0 ? first.length : differs;
}

/** Emphasis, code and links; within a word, `_` is no mark (`chan_sip`). */
const MARKS = /[*`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\[([^\]]*)\]\([^)]*\)/gu;

/** The first heading, or the file's name. */
function titleOf({ cells, path }: Notebook): string {
  for (const { type, source } of cells) {
    const heading = type === "markdown" ? /^#{1,6}\s+(.+?)\s*#*$/m.exec(source)?.[1] : undefined;
    if (heading) return heading.replace(MARKS, "$1");
  }
  return basename(path, ".ipynb");
}

/** From the notebook's metadata, what its first code cell sets, or the folder it lies in. */
function languageOf({ metadata, cells, path }: Notebook): "en" | "fr" {
  const first = cells.find(({ type }) => type === "code")?.source ?? "";
  const signs = [
    metadata.language,
    metadata.lang,
    /\bsetLanguage\(\s*["'`](\w+)/.exec(first)?.[1],
    basename(dirname(resolve(path))),
  ];
  return signs.find((sign): sign is "en" | "fr" => sign === "en" || sign === "fr") ?? "en";
}

/** The lessons before and after one in its folder and language, and the same one in the other language. */
export function linksOf(lesson: Lesson, lessons: readonly Lesson[]): PageLinks {
  const row = lessons
    .filter(({ language, page }) => language === lesson.language && dirname(page) === dirname(lesson.page))
    .sort((one, other) => (one.page < other.page ? -1 : 1));
  const at = row.indexOf(lesson);
  const twin = lessons.find((other) => other.language !== lesson.language && sameLesson(other, lesson));
  return {
    previous: linkTo(lesson, row[at - 1]),
    next: linkTo(lesson, row[at + 1]),
    translation: twin && { ...linkTo(lesson, twin)!, language: twin.language },
  };
}

/** The address, from `lesson`, of the page that a notebook's path leads to. */
export function pageOf(lesson: Lesson, lessons: readonly Lesson[], path: string): string | undefined {
  const target = join(dirname(resolve(lesson.notebook.path)), path);
  const other = lessons.find(({ notebook }) => resolve(notebook.path) === target);
  return linkTo(lesson, other)?.href;
}

/** Translations share their number (`02-registration`, `02-enregistrement`) or, without one, their name. */
function sameLesson(one: Lesson, other: Lesson): boolean {
  const key = ({ page }: Lesson) => /^\d+\w*/.exec(basename(page))?.[0] ?? basename(page);
  return key(one) === key(other);
}

function linkTo(from: Lesson, to: Lesson | undefined): PageLink | undefined {
  if (!to) return undefined;
  const path = relative(dirname(from.page), to.page).split(sep);
  return { href: path.map(encodeURIComponent).join("/"), title: to.title };
}
