import { basename, dirname, resolve } from "node:path";
import { ExportError } from "../error.js";
import { InputAsked, KernelClient, KernelDied } from "../kernel/client.js";
import type { Kernelspec } from "../kernel/kernelspec.js";
import { message } from "../messages.js";
import type { Cell, Notebook } from "../notebook.js";
import { stripAnsi } from "../page/ansi.js";
import { CellOutputs, type Displays } from "./outputs.js";

/** The code cells that there is something to run in. */
export const runnable = (notebook: Notebook): Cell[] =>
  notebook.cells.filter((cell) => cell.type === "code" && cell.source.trim() !== "");

/**
 * Runs the notebook's cells in a kernel of its own, started in the notebook's folder, and puts the outputs into them
 * (in memory: the file is left alone). Throws `ExportError` at the first cell that fails without the tag
 * `raises-exception`, and when `signal` is aborted.
 */
export async function runNotebook(notebook: Notebook, spec: Kernelspec, signal: AbortSignal): Promise<void> {
  const name = basename(notebook.path);
  const stopped = () => new ExportError(130, message().stopped);
  if (signal.aborted) throw stopped();
  const client = await KernelClient.start(spec, dirname(resolve(notebook.path)), signal).catch(
    (error: Error) => {
      throw signal.aborted ? stopped() : new ExportError(1, message().notStarted(name, error.message));
    },
  );
  const stop = () => client.abandon();
  signal.addEventListener("abort", stop);
  try {
    await runCells(client, notebook, name);
    await client.shutdown();
  } catch (error) {
    client.abandon();
    throw signal.aborted ? stopped() : error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

async function runCells(client: KernelClient, notebook: Notebook, name: string): Promise<void> {
  const displays: Displays = new Map();
  for (const [index, cell] of runnable(notebook).entries()) {
    const outputs = new CellOutputs(displays);
    cell.outputs = outputs.list;
    const reply = await client.execute(cell.source, outputs).catch((error: Error) => {
      throw describe(error, name, index + 1);
    });
    cell.executionCount = outputs.executionCount;
    if (reply.content.status !== "ok" && !cell.tags.has("raises-exception"))
      throw failure(cell, name, index + 1, reply.content);
  }
}

function describe(error: Error, name: string, cell: number): Error {
  if (error instanceof KernelDied) return new ExportError(1, message().kernelDied(name, cell, error.message));
  if (error instanceof InputAsked) return new ExportError(1, message().inputAsked(name, cell, error.message));
  return error;
}

/** The error and, from its traceback, the line of the cell where it happened. */
function failure(cell: Cell, name: string, number: number, reply: Record<string, unknown>): ExportError {
  const output = cell.outputs.find((each) => each.output_type === "error");
  const { ename = reply.ename, evalue = reply.evalue, traceback = reply.traceback } = output ?? {};
  const error = oneLine(ename === undefined ? String(reply.status) : `${ename}: ${evalue}`);
  const lines = (Array.isArray(traceback) ? traceback.map(String) : []).flatMap((part) =>
    stripAnsi(part).split("\n"),
  );
  return new ExportError(1, message().cellFailed(name, number, error, oneLine(placeIn(lines))));
}

/** Where a traceback says that it happened: `3 │ the line itself`, or `Cell In[2], line 3`. */
function placeIn(traceback: readonly string[]): string {
  for (const line of traceback) {
    const [, number, code] = /^\s*(\d+) [│|] ?(.*\S)/.exec(line) ?? [];
    if (number && code) return message().line(number, code.trim());
  }
  return traceback.find((line) => /\bcell\b.*\d/i.test(line)) ?? "";
}

const oneLine = (text: string): string => stripAnsi(text).replace(/\s+/g, " ").trim().slice(0, 300);
