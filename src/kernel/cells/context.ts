import { AsyncResource, executionAsyncId, triggerAsyncId } from "node:async_hooks";
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
/** Callbacks, and the cell that each belongs to; and for which cell a promise job ran in it last. */
const owners = new Map<number, string>();
const actors = new Map<number, string>();
const remembered = 10_000;

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
  const callback = executionAsyncId();
  if (cell !== undefined && (cell !== entered || callback !== enteredIn)) note(actors, callback, cell);
  entered = cell;
  enteredIn = callback;
}

function note(map: Map<number, string>, callback: number, cell: string): void {
  if (map.size >= remembered) map.clear();
  map.set(callback, cell);
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

/** The cell that speaks now; for callbacks that nobody followed here, the one that made them. */
export function currentCell(): string | undefined {
  const callback = executionAsyncId();
  if (entered !== undefined && enteredIn === callback) return entered;
  actors.delete(callback);
  return owners.get(callback) ?? maker(callback) ?? beginnings.at(-1)?.cell;
}

/** A callback belongs to the cell for which that one ran which made it, or in whose time either was made. */
function maker(callback: number): string | undefined {
  const inTime = cellAt(callback);
  if (inTime === undefined) return undefined;
  const before = triggerAsyncId();
  const cell = actors.get(before) ?? owners.get(before) ?? cellAt(before) ?? inTime;
  note(owners, callback, cell);
  return cell;
}

function cellAt(callback: number): string | undefined {
  return callback === 0 ? undefined : beginnings.findLast(({ first }) => first < callback)?.cell;
}

/** Lets what Node postpones to the end of a callback belong to the cell that the callback belongs to. */
export function followTicks(): void {
  const { nextTick } = process;
  process.nextTick = (callback: (...given: unknown[]) => void, ...given: unknown[]) => {
    const cell = currentCell();
    if (cell === undefined || typeof callback !== "function") return nextTick(callback, ...given);
    nextTick(() => {
      note(owners, executionAsyncId(), cell);
      callback(...given);
    });
  };
}
