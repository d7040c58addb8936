import { type Displayable, jupyterDisplay, type MimeBundle } from "../display/index.js";

/** An array that is shown as a table. Filtering and slicing give the same kind; mapping gives a plain array. */
export abstract class Rows<T> extends Array<T> implements Displayable {
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }

  abstract [jupyterDisplay](): MimeBundle;

  override filter<S extends T>(keep: (row: T, index: number, rows: T[]) => row is S): this & S[];
  override filter(keep: (row: T, index: number, rows: T[]) => unknown): this;
  override filter(keep: (row: T, index: number, rows: T[]) => unknown): this {
    return this.like(super.filter(keep));
  }

  override slice(start?: number, end?: number): this {
    return this.like(super.slice(start, end));
  }

  override toString(): string {
    return String(this[jupyterDisplay]()["text/plain"]);
  }

  private like(rows: readonly T[]): this {
    const same = new (this.constructor as new () => this)();
    for (const row of rows) same.push(row);
    return same;
  }
}

/** Puts rows into an empty list of their kind. */
export function filled<T, List extends Rows<T>>(list: List, rows: Iterable<T>): List {
  for (const row of rows) list.push(row);
  return list;
}
