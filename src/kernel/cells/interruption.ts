import type { EventEmitter } from "node:events";
import vm from "node:vm";
import { Worker } from "node:worker_threads";
import { message } from "../messages.js";
import { createBreakable } from "./breakable.js";
import { phase, signalIn, slot } from "./interrupt-slots.js";

const shared = new Int32Array(new SharedArrayBuffer(4 * Object.keys(slot).length));
/** Milliseconds until a signal that was sent is there, and until a second one is: the next cell is not to pay for it. */
const arrival = 2;
const settling = 50;
const idle = new Int32Array(new SharedArrayBuffer(4));

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
 * Listens for interrupts: signals, sent by the interrupter. The interrupter is a thread of its own, since a loop lets
 * nobody else in this one speak; it ends the loop from outside when the signal finds no hearing.
 */
export function listenForInterrupts(interrupter: string): void {
  keepSignal(signalIn[phase.script]);
  process.on(signalIn[phase.loop], () => {
    answer();
    // a signal may be late: the next cell is not to pay for it
    if (Atomics.load(shared, slot.target) !== Atomics.load(shared, slot.cell)) return;
    interruptCell?.();
    process.emit(signalIn[phase.script], signalIn[phase.script]);
  });
  new Worker(interrupter, { workerData: shared }).unref();
}

/**
 * Leaves a signal to `vm`: who listens to it is told of interrupts, and Node does not ask the system for it. It would get
 * what `vm` listens to, and with the listener's end the signal would end the process.
 */
function keepSignal(signal: NodeJS.Signals): void {
  const events: EventEmitter = process;
  for (const follow of events.listeners("newListener")) {
    events.off("newListener", follow as () => void);
    events.on("newListener", (event: string, ...rest) => {
      if (event !== signal) follow.call(process, event, ...rest);
    });
  }
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
    answer();
    // what the cell left behind may be a loop: until its reply is there, it can be interrupted
    if (Atomics.exchange(shared, slot.sent, 0) > 1)
      await new Promise((passed) => setTimeout(passed, settling));
    tell(slot.cell, 0);
    interruptCell = undefined;
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
  const breakable = createBreakable();
  vm.runInThisContext = (code, options) => {
    const outermost = Atomics.load(shared, slot.phase) === phase.between;
    if (!outermost || typeof options !== "object" || !options.breakOnSigint)
      return runInThisContext(code, options);
    const script = new vm.Script(code);
    return breakable(() => {
      tell(slot.phase, phase.script);
      try {
        return script.runInThisContext();
      } finally {
        tell(slot.phase, phase.between);
      }
    });
  };
}

/**
 * Tells the interrupter what changed. A signal that is just being sent still belongs to what was before: one that came
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
