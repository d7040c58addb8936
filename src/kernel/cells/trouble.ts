import { message } from "../messages.js";
import { cellOf, currentCell } from "./context.js";
import { publishFailure } from "./execute.js";
import { thrownFailure } from "./failure.js";

/** An attempt to end the process from a cell. */
class ProcessExit extends Error {
  override name = "ProcessExit";
}

/** Errors that no cell waits for are shown below the cell they come from; the kernel goes on. */
export function surviveTrouble(): void {
  process.on("uncaughtException", reportError);
  process.on("unhandledRejection", (reason, promise) => {
    publishFailure(cellOf(promise) ?? currentCell(), thrownFailure(reason));
  });
}

export function reportError(error: unknown): void {
  publishFailure(currentCell(), thrownFailure(error));
}

/** Keeps `process.exit()` in a cell from taking all variables with it; gives the real one. */
export function guardExit(): (code?: number) => never {
  const exit = process.exit.bind(process) as (code?: number) => never;
  process.exit = (code) => {
    throw new ProcessExit(message("exit", Number(code ?? process.exitCode ?? 0)));
  };
  return exit;
}
