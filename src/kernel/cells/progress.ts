import { randomUUID } from "node:crypto";
import { progressBar } from "../../display/index.js";
import { followLongWork } from "../../files/long-work.js";
import { display } from "./display.js";

/** Milliseconds between two updates of a bar: more of them would only cost time. */
const PACE = 100;

/** A bar below the cell; what it shows in between is skipped where it comes too fast. */
class Bar {
  private readonly id = randomUUID();
  private shownAt = performance.now();

  constructor(
    private readonly label: string,
    private readonly total: number | undefined,
    private readonly unit = "",
  ) {
    this.show(0, false, false);
  }

  at(done: number): void {
    const now = performance.now();
    if (now - this.shownAt < PACE) return;
    this.shownAt = now;
    this.show(done, false, true);
  }

  end(done: number): void {
    this.show(done, true, true);
  }

  private show(done: number, over: boolean, update: boolean): void {
    const { label, total, unit } = this;
    void display(progressBar({ label, done, total, over, unit }), { id: this.id, update });
  }
}

/** The same items, with a bar below the cell that tells how many of them a loop has taken. */
export function progress<T>(
  items: Iterable<T> | AsyncIterable<T>,
  label = "",
): Iterable<T> | AsyncIterable<T> {
  return Symbol.iterator in items ? each(items, label) : eachAwaited(items, label);
}

function* each<T>(items: Iterable<T>, label: string): Iterable<T> {
  const bar = new Bar(label, countOf(items));
  let done = 0;
  try {
    for (const item of items) {
      yield item;
      bar.at(++done);
    }
  } finally {
    bar.end(done);
  }
}

async function* eachAwaited<T>(items: AsyncIterable<T>, label: string): AsyncIterable<T> {
  const bar = new Bar(label, undefined);
  let done = 0;
  try {
    for await (const item of items) {
      yield item;
      bar.at(++done);
    }
  } finally {
    bar.end(done);
  }
}

/** How many items there will be, where the list itself knows. */
function countOf(items: object): number | undefined {
  const { length, size } = items as { length?: unknown; size?: unknown };
  return [length, size].find((count): count is number => typeof count === "number");
}

/** Shows a bar while the library opens a large capture. */
export function showLongWork(): void {
  const mega = 1e6;
  followLongWork((path, total) => {
    const bar = new Bar(path, total / mega, "MB");
    return (done) => (done < total ? bar.at(done / mega) : bar.end(total / mega));
  });
}
