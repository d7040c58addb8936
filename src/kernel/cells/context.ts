import { AsyncResource, executionAsyncId } from "node:async_hooks";
import { promiseHooks } from "node:v8";

/*
 * Whose output is it? `AsyncLocalStorage` would know, but on Node 20 it keeps a stack of its own under every promise
 * job, and a loop ended from outside leaves that stack unbalanced: Node then aborts. Here each promise carries its
 * cell, and nothing needs to be taken back when a job ends in the middle.
 */

/** A constructor whose `this` is the object that it is given. */
const Given = givenObject as unknown as new (target: object) => object;
function givenObject(target: object): object {
  return target;
}

/** Puts a private field on objects that are not ours: nobody sees it, `util.inspect` does not print it. */
class Mark extends Given {
  #cell: string;
  constructor(target: object, cell: string) {
    super(target);
    this.#cell = cell;
  }
  static of(target: object): string | undefined {
    return #cell in target ? target.#cell : undefined;
  }
}

/** The cell whose code runs now, true while Node says that the same callback runs. */
let entered: string | undefined;
let enteredIn = 0;
/** When each cell began, in Node's numbering of asynchronous resources: what was made later is this cell's. */
const beginnings: { first: number; cell: string }[] = [];

/** Follows cells through promises from now on. */
export function followCells(): void {
  promiseHooks.createHook({
    init(promise: object) {
      const cell = currentCell();
      if (cell !== undefined) new Mark(promise, cell);
    },
    before: (promise: object) => enter(Mark.of(promise)),
    after: () => enter(undefined),
  });
}

function enter(cell: string | undefined): void {
  entered = cell;
  enteredIn = executionAsyncId();
}

/** Marks what is made from now on as a new cell's, unless it is known better. */
export function beginCell(cell: string): void {
  beginnings.push({ first: new AsyncResource("cell").asyncId(), cell });
}

/** Runs a function as part of a cell. */
export function runAs<T>(cell: string | undefined, run: () => T): T {
  const before = entered;
  enter(cell);
  try {
    return run();
  } finally {
    enter(before);
  }
}

/** The cell that a promise was made in. */
export function cellOf(promise: object): string | undefined {
  return Mark.of(promise);
}

/** The cell that speaks now; for callbacks that nobody followed here, the one in whose time they were made. */
export function currentCell(): string | undefined {
  const callback = executionAsyncId();
  if (entered !== undefined && enteredIn === callback) return entered;
  const begun = callback === 0 ? undefined : beginnings.findLast(({ first }) => first < callback);
  return (begun ?? beginnings.at(-1))?.cell;
}
