import { mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ExportError } from "./error.js";
import { findKernelspec, type Kernelspec } from "./kernel/kernelspec.js";
import { message } from "./messages.js";
import { readNotebook } from "./notebook.js";
import { notebookPage } from "./page/page.js";
import { type Progress, progressTo } from "./progress.js";
import { runNotebook, runnable } from "./run/run.js";
import { type Lesson, linksOf, pageOf, planSite, type WrittenPage } from "./site.js";

export { writeIndex } from "./index-page.js";

/** What is to be exported, and how. */
export interface ExportOptions {
  /** Paths of notebooks. */
  readonly notebooks: readonly string[];
  /** The folder that the pages are written into; made when it is missing. */
  readonly out: string;
  /** Whether the notebooks are run; otherwise the outputs stored in them are shown. Default: true. */
  readonly run?: boolean;
  /** The kernel's name. Default: `voiplab`, this package's own. */
  readonly kernel?: string;
  /** Ends the export early. Default: Ctrl-C and termination do. */
  readonly signal?: AbortSignal;
  /** Takes progress and complaints, line by line. Default: they go to standard error. */
  readonly report?: (line: string) => void;
}

/** How an export ended. */
export interface ExportOutcome {
  /** 0 all pages are written, 1 a cell failed, 2 a notebook could not be read or a page not written, 130 stopped. */
  readonly status: 0 | 1 | 2 | 130;
  /** The pages that are written, in the order given. */
  readonly pages: readonly {
    readonly path: string;
    readonly title: string;
    readonly language: "en" | "fr";
  }[];
}

/**
 * Writes each notebook as one HTML file that needs nothing else: run in a kernel of its own, in the notebook's folder.
 * Nothing is written into the notebooks. A notebook that fails is told in one line, and the others go on.
 */
export async function exportNotebooks(options: ExportOptions): Promise<ExportOutcome> {
  const progress = progressTo(options.report);
  const stop = options.signal ? { signal: options.signal, release: () => {} } : stopOnSignals();
  const pages: WrittenPage[] = [];
  let status: ExportOutcome["status"] = 0;
  try {
    if (options.notebooks.length === 0) throw new ExportError(2, message().noNotebook);
    const lessons = planSite(options.notebooks.map(readNotebook));
    const spec = options.run === false ? undefined : findKernelspec(options.kernel ?? "voiplab");
    for (const lesson of lessons) {
      try {
        const path = await exportLesson(lesson, lessons, spec, resolve(options.out), progress, stop.signal);
        pages.push({ path, title: lesson.title, language: lesson.language });
      } catch (error) {
        if (!(error instanceof ExportError) || error.status === 130) throw error;
        progress.line(error.message);
        status = Math.max(status, error.status) as ExportOutcome["status"];
      }
    }
  } catch (error) {
    if (!(error instanceof ExportError)) throw error;
    progress.line(error.message);
    status = error.status;
  } finally {
    stop.release();
  }
  return { status, pages };
}

async function exportLesson(
  lesson: Lesson,
  lessons: readonly Lesson[],
  spec: Kernelspec | undefined,
  out: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  const { notebook, title, language } = lesson;
  const path = join(out, lesson.page);
  const cells = runnable(notebook).length;
  const name = basename(notebook.path, ".ipynb");
  progress.underWay(message().running(name));
  const start = performance.now();
  if (spec) await runNotebook(notebook, spec, signal);
  const seconds = (performance.now() - start) / 1000;
  const html = await notebookPage(notebook, title, linksOf(lesson, lessons), {
    folder: dirname(resolve(notebook.path)),
    language,
    pageOf: (target) => pageOf(lesson, lessons, target),
  });
  write(path, html);
  progress.line(
    spec
      ? message().done(name, cells, message().seconds(seconds), path)
      : message().stored(name, cells, path),
  );
  return path;
}

function write(path: string, html: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, html);
  } catch (error) {
    throw new ExportError(2, message().cannotWrite(path, (error as NodeJS.ErrnoException).code ?? ""));
  }
}

/** An export that is interrupted ends its kernel first: the signal's default would leave it behind. */
function stopOnSignals(): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const stop = () => controller.abort();
  for (const signal of signals) process.on(signal, stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}
