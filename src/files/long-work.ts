/** Hears how far a piece of work is, in the unit of its total. */
export type Progressed = (done: number) => void;

type Begin = (path: string, total: number) => Progressed;

let begin: Begin | undefined;

/** Says who is told of the opening of large files: `begin` is called with the path and its bytes, what it gives back with the bytes read. */
export function followLongWork(next: Begin | undefined): void {
  begin = next;
}

/** A file that is worth a progress bar takes longer than half a second to open. */
const LONG = 64 << 20;

/** Begins to tell of the reading of a file; undefined where nobody listens, or where it will not take long. */
export function startLongWork(path: string, bytes: number): Progressed | undefined {
  return bytes < LONG ? undefined : begin?.(path, bytes);
}
