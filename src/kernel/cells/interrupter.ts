import { readSync } from "node:fs";
import { Session } from "node:inspector";
import { workerData } from "node:worker_threads";
import { descriptors } from "../pipe/protocol.js";
import { createBreakable } from "./breakable.js";
import { phase, signalIn, slot } from "./interrupt-slots.js";

/* A thread of the cells' process: waits for a word from the front, then gets the main thread out of what it does. */

/** Milliseconds to wait for the main thread. */
const patience = 150;
/** How often: a loop that nobody hears in needs harder means, `vm` hears always, and a second SIGINT may be too late. */
const timesIn = { [phase.loop]: 1, [phase.script]: 10 };
const attempts = 40;
/** Milliseconds that the process is left with when the front is gone. */
const farewell = 1000;

const shared = workerData as Int32Array;
const word = Buffer.alloc(4);
/** What the front never sends. */
const noWord = 2 ** 32 - 1;
const breakable = createBreakable();
let session: Session | undefined;

/** @param cell the cell that the front waits for, 0 for none; its request may still be on the way here */
function interrupt(cell: number): void {
  Atomics.store(shared, slot.target, cell);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const begun = Atomics.load(shared, slot.begun);
    if (begun < cell && Atomics.wait(shared, slot.begun, begun, patience) !== "timed-out") continue;
    const answers = Atomics.load(shared, slot.answers);
    const place = sendSignal(cell);
    if (place === undefined) return;
    if (place === phase.between) {
      Atomics.wait(shared, slot.phase, place, patience);
    } else if (isAnswered(answers, place)) {
      if (begun >= cell) return;
    } else if (Atomics.load(shared, slot.phase) === phase.loop) {
      terminateExecution();
    }
  }
}

/** Waits for the answer to a SIGINT; not longer than the main thread stays where it was sent. */
function isAnswered(answers: number, place: 0 | 1): boolean {
  for (let time = 0; time < timesIn[place]; time++) {
    if (Atomics.wait(shared, slot.answers, answers, patience) !== "timed-out") return true;
    if (Atomics.load(shared, slot.phase) !== place) return false;
  }
  return false;
}

/** Sends the signal that is heard where the main thread is, if one is, and tells where; undefined when the cell is over. */
function sendSignal(cell: number): 0 | 1 | 2 | undefined {
  Atomics.store(shared, slot.sending, 1);
  const over = Atomics.load(shared, slot.begun) >= cell && Atomics.load(shared, slot.cell) !== cell;
  const place = over ? undefined : (Atomics.load(shared, slot.phase) as 0 | 1 | 2);
  if (place === phase.loop || place === phase.script) {
    if (place === phase.script) Atomics.add(shared, slot.sent, 1);
    process.kill(process.pid, signalIn[place]);
  }
  Atomics.store(shared, slot.sending, 0);
  Atomics.notify(shared, slot.sending);
  return place;
}

/** Ends the JavaScript that runs on the main thread; the loop of events goes on. */
function terminateExecution(): void {
  if (!session) {
    session = new Session();
    session.connectToMainThread();
  }
  session.post("Runtime.terminateExecution");
}

/**
 * Waits for a word; false when the front is gone. The wait is a script that SIGINT may end: as long as there is one, Node
 * keeps the thread that listens to SIGINT, which it would make and end with each script of the main thread.
 */
function nextWord(): boolean {
  for (;;) {
    word.writeUInt32LE(noWord);
    try {
      return breakable(() => readSync(descriptors.interrupts, word)) === word.length;
    } catch {
      // a SIGINT that the main thread did not wait for
      if (word.readUInt32LE() !== noWord) return true;
    }
  }
}

while (nextWord()) {
  interrupt(word.readUInt32LE());
  session?.disconnect(); // at its end, a process waits for those who look into it
  session = undefined;
}
Atomics.wait(shared, slot.answers, Atomics.load(shared, slot.answers), farewell);
process.kill(process.pid, "SIGKILL");
