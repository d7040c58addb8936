import { Worker } from "node:worker_threads";
import { message } from "../messages.js";
import { phase, slot } from "./interrupt-slots.js";

const shared = new Int32Array(new SharedArrayBuffer(16));

/** The end of a cell that was interrupted. */
export class Interrupted extends Error {
  override name = "Interrupted";
  constructor() {
    super(message("interrupted"));
    this.stack = `${this.name}: ${this.message}`;
  }
}

let cells = 0;
/** Ends whatever waits for the running cell; undefined when none runs. */
let interruptCell: (() => void) | undefined;

/**
 * Listens for interrupts: SIGINT, sent by the interrupter. The interrupter is a thread of its own, since a loop lets
 * nobody else in this one speak; it ends the loop from outside when SIGINT finds no hearing.
 */
export function listenForInterrupts(interrupter: string): void {
  process.on("SIGINT", () => {
    answer();
    // a signal may be late: the next cell is not to pay for it
    if (Atomics.load(shared, slot.target) === Atomics.load(shared, slot.cell)) interruptCell?.();
  });
  new Worker(interrupter, { workerData: shared }).unref();
}

/** Runs a cell so that an interrupt rejects it, whatever its code waits for; `clean` is called then. */
export async function interruptible<T>(run: () => Promise<T>, clean: () => void): Promise<T> {
  const interrupted = new Promise<never>((_, reject) => {
    interruptCell = () => {
      clean();
      reject(new Interrupted());
    };
  });
  Atomics.store(shared, slot.cell, ++cells);
  try {
    return await Promise.race([run(), interrupted]);
  } finally {
    Atomics.store(shared, slot.cell, 0);
    interruptCell = undefined;
    answer();
  }
}

/** Runs the part of a cell that comes before its first `await`. */
export function inScript<T>(run: () => T): T {
  Atomics.store(shared, slot.phase, phase.script);
  try {
    return run();
  } finally {
    Atomics.store(shared, slot.phase, phase.loop);
  }
}

/** Whether this is how `vm` reports that SIGINT ended a script. */
export function isScriptInterruption(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}

function answer(): void {
  Atomics.add(shared, slot.answers, 1);
  Atomics.notify(shared, slot.answers);
}
