import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { ExportError } from "./error.js";
import { findKernelspec } from "./kernel/kernelspec.js";
import { exportLesson, nameOf } from "./lesson.js";
import { message } from "./messages.js";
import { readNotebook } from "./notebook.js";
import { progressTo } from "./progress.js";
import { planSite, type WrittenPage } from "./site.js";

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
  readonly pages: readonly WrittenPage[];
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
    const site = { lessons, out: resolve(options.out), spec, signal: stop.signal };
    const outcomes = startInTurn(lessons, (lesson) => exportLesson(lesson, site));
    for (const [index, lesson] of lessons.entries()) {
      progress.underWay(message().running(nameOf(lesson)));
      const { line, page, error } = await outcomes[index]!;
      if (error?.status === 130) throw error;
      if (page) pages.push(page);
      if (error) status = Math.max(status, error.status) as ExportOutcome["status"];
      progress.line(line);
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

/** Starts a task for each item, as many at a time as the machine has processors, four at most. */
function startInTurn<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<R>[] {
  const atOnce = Math.min(4, availableParallelism());
  const ends: Promise<R>[] = [];
  for (const [index, item] of items.entries()) {
    const before: Promise<unknown> = ends[index - atOnce] ?? Promise.resolve();
    ends.push(before.then(() => task(item)));
  }
  return ends;
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
