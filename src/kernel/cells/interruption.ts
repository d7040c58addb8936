import vm from "node:vm";
import { Worker } from "node:worker_threads";
import { message } from "../messages.js";
import { phase, slot } from "./interrupt-slots.js";

const shared = new Int32Array(new SharedArrayBuffer(4 * Object.keys(slot).length));
/** Milliseconds until a signal that was sent is there, and until a second one is: the next cell is not to pay for it. */
const arrival = 2;
const settling = 50;
const idle = new Int32Array(new SharedArrayBuffer(4));

const scriptKey = Symbol.for("voiplab.script");

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
  Atomics.store(shared, slot.begun, cells);
  Atomics.notify(shared, slot.begun);
  try {
    return await Promise.race([run(), interrupted]);
  } finally {
    tell(slot.cell, 0);
    interruptCell = undefined;
    answer();
    if (Atomics.exchange(shared, slot.sent, 0) > 1)
      await new Promise((passed) => setTimeout(passed, settling));
  }
}

/** Runs something that goes through `vm` on the way. */
export function inScript<T>(run: () => T): T {
  tell(slot.phase, phase.between);
  try {
    return run();
  } finally {
    tell(slot.phase, phase.loop);
  }
}

/** Makes `vm` say when SIGINT is heard in there: tslab's executor runs by it what comes before a cell's first `await`. */
export function followScripts(): void {
  const { runInThisContext } = vm;
  let run: (() => unknown) | undefined;
  Object.defineProperty(globalThis, scriptKey, { value: () => run?.() });
  const inside = new vm.Script(`globalThis[Symbol.for(${JSON.stringify(scriptKey.description)})]()`, {
    filename: "node:voiplab",
  });
  vm.runInThisContext = (code, options) => {
    const outermost = Atomics.load(shared, slot.phase) === phase.between;
    if (!outermost || typeof options !== "object" || !options.breakOnSigint)
      return runInThisContext(code, options);
    const script = new vm.Script(code);
    run = () => {
      tell(slot.phase, phase.script);
      try {
        return script.runInThisContext();
      } finally {
        tell(slot.phase, phase.between);
      }
    };
    return inside.runInThisContext({ breakOnSigint: true });
  };
}

/**
 * Tells the interrupter what changed. A SIGINT that is just being sent still belongs to what was before: one that came
 * as `vm` leaves a script would be kept there, and end the next script.
 */
function tell(changed: number, value: number): void {
  Atomics.store(shared, changed, value);
  Atomics.notify(shared, changed);
  while (Atomics.load(shared, slot.sending) === 1) Atomics.wait(shared, slot.sending, 1);
  if (Atomics.load(shared, slot.sent) > 0) Atomics.wait(idle, 0, 0, arrival);
}

/** Whether this is how `vm` reports that SIGINT ended a script. */
export function isScriptInterruption(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
}

function answer(): void {
  Atomics.add(shared, slot.answers, 1);
  Atomics.notify(shared, slot.answers);
}
