import timers from "node:timers";
import { promisify } from "node:util";
import { currentCell, runAs } from "./context.js";

const done = Promise.resolve();

/**
 * Callbacks of timers keep their cell, and run as promise jobs right after the timer: Node counts what a timer's own
 * callback does on a stack that it cannot unwind when a loop in there is ended from outside, and aborts.
 */
export function followTimers(report: (error: unknown) => void): void {
  function follow<Rest extends unknown[], Timer>(original: (callback: () => void, ...rest: Rest) => Timer) {
    return (callback: (...given: unknown[]) => void, ...rest: Rest): Timer => {
      if (typeof callback !== "function") return original(callback, ...rest);
      const cell = currentCell();
      const run = (given: unknown[]) => {
        try {
          runAs(cell, () => callback(...given));
        } catch (error) {
          runAs(cell, () => report(error));
        }
      };
      return original((...given: unknown[]) => void done.then(() => run(given)), ...rest);
    };
  }

  for (const name of ["setTimeout", "setInterval", "setImmediate"] as const) {
    const original = timers[name] as never;
    const followed = Object.assign(follow(original), { [promisify.custom]: original[promisify.custom] });
    Object.defineProperty(followed, "name", { value: name });
    for (const home of [globalThis, timers]) {
      Object.defineProperty(home, name, {
        value: followed,
        writable: true,
        configurable: true,
        enumerable: true,
      });
    }
  }
}
