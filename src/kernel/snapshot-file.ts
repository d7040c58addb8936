import { join } from "node:path";

/** The start-up snapshot for this Node: none reads another's. */
export function snapshotFile(dist: string): string {
  return join(dist, `kernel-${process.version}-${process.platform}-${process.arch}.blob`);
}

/** V8's settings for the process of the cells. A snapshot is only read under those that it was made under. */
export const engineSettings = [
  // The compiler's functions run a little each and are many: to optimize them costs more than it saves before the
  // hundredth cell. A loop that is worth it reaches this number of steps within milliseconds.
  "--interrupt-budget=1000000",
  // MiB of each half of the young generation. What a cell leaves behind is little.
  "--max-semi-space-size=2",
  // Percent that the heap may grow before it is tidied up: V8 would let the leavings of 300 cells lie.
  "--heap-growing-percent=80",
];

/**
 * Environment variables for the same: glibc gives back what starting has taken, and keeps one store for all
 * threads. Cells do not see them.
 */
export const memorySettings = { MALLOC_TRIM_THRESHOLD_: "131072", MALLOC_ARENA_MAX: "1" };
