import { readSync } from "node:fs";
import { Session } from "node:inspector";
import { workerData } from "node:worker_threads";
import { descriptors } from "../pipe/protocol.js";
import { phase, slot } from "./interrupt-slots.js";

/* A thread of the cells' process: waits for a byte from the front, then gets the main thread out of what it does. */

/** Milliseconds to answer to a SIGINT before harder means. */
const patience = 150;
const attempts = 40;
/** Milliseconds that the process is left with when the front is gone. */
const farewell = 1000;

const shared = workerData as Int32Array;
const byte = new Uint8Array(1);
let session: Session | undefined;

function interrupt(): void {
  const answers = Atomics.load(shared, slot.answers);
  const target = Atomics.load(shared, slot.cell);
  Atomics.store(shared, slot.target, target);
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (Atomics.load(shared, slot.cell) !== target) return;
    process.kill(process.pid, "SIGINT");
    if (Atomics.wait(shared, slot.answers, answers, patience) !== "timed-out") return;
    if (Atomics.load(shared, slot.phase) === phase.loop) terminateExecution();
  }
}

/** Ends the JavaScript that runs on the main thread; the loop of events goes on. */
function terminateExecution(): void {
  if (!session) {
    session = new Session();
    session.connectToMainThread();
  }
  session.post("Runtime.terminateExecution");
}

while (readSync(descriptors.interrupts, byte) === 1) interrupt();
Atomics.wait(shared, slot.answers, Atomics.load(shared, slot.answers), farewell);
process.kill(process.pid, "SIGKILL");
