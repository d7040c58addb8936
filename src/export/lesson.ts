import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ExportError } from "./error.js";
import type { Kernelspec } from "./kernel/kernelspec.js";
import { message } from "./messages.js";
import { notebookPage } from "./page/page.js";
import { runNotebook, runnable } from "./run/run.js";
import { type Lesson, linksOf, pageOf, type WrittenPage } from "./site.js";

/** How the export of one notebook ended: with a page or an error, and what the user is told. */
export type LessonOutcome = { readonly line: string } & (
  | { readonly page: WrittenPage; readonly error?: undefined }
  | { readonly error: ExportError; readonly page?: undefined }
);

/** The site that notebooks are exported to. */
export interface Site {
  readonly lessons: readonly Lesson[];
  /** The folder of the pages. */
  readonly out: string;
  /** The kernel to run them in; absent: the stored outputs are shown. */
  readonly spec: Kernelspec | undefined;
  readonly signal: AbortSignal;
}

/** Runs a notebook and writes its page. Rejects only with what nobody foresaw. */
export async function exportLesson(lesson: Lesson, site: Site): Promise<LessonOutcome> {
  const { notebook, title, language } = lesson;
  const path = join(site.out, lesson.page);
  try {
    const start = performance.now();
    if (site.spec) await runNotebook(notebook, site.spec, site.signal);
    const seconds = (performance.now() - start) / 1000;
    const html = await notebookPage(notebook, title, linksOf(lesson, site.lessons), {
      folder: dirname(resolve(notebook.path)),
      language,
      pageOf: (target) => pageOf(lesson, site.lessons, target),
    });
    write(path, html);
    return { page: { path, title, language }, line: done(lesson, path, site.spec && seconds) };
  } catch (error) {
    if (error instanceof ExportError) return { error, line: error.message };
    throw error;
  }
}

/** A notebook's name in what the user is told. */
export const nameOf = ({ notebook }: Lesson): string => basename(notebook.path, ".ipynb");

function done(lesson: Lesson, path: string, seconds: number | undefined): string {
  const cells = runnable(lesson.notebook).length;
  return seconds === undefined
    ? message().stored(nameOf(lesson), cells, path)
    : message().done(nameOf(lesson), cells, message().seconds(seconds), path);
}

function write(path: string, html: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, html);
  } catch (error) {
    throw new ExportError(2, message().cannotWrite(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
}
