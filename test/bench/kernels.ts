import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { KernelCost } from "./kernel.js";
import { median } from "./measure.js";
import type { Line } from "./report.js";

/** Exit status of a start in which the kernel never gave a result that it was asked for: tslab loses one now and then. */
export const LOST = 75;

/** So many starts of a kernel in turn may lose a result. */
const MOST_LOST = 5;

/** Figures of a kernel, how they are said, and what share of tslab's ours should be at most. */
const FIGURES: readonly (readonly [
  keyof KernelCost,
  work: string,
  unit: string,
  digits: number,
  goal: number,
])[] = [
  ["ready", "a kernel's start to kernel_info_reply", "s", 2, 0.25],
  ["first", "a kernel's start to its first result", "s", 2, 0.5],
  ["cell", "a trivial cell, types checked", "ms", 1, 0.4],
  ["memory", "a kernel after 40 cells, memory", "MiB", 0, 1],
];

/** Our kernel against tslab, start by start in turns. */
export function kernels(root: string, program: string, rounds: number): Line[] {
  const tslab = join(
    dirname(createRequire(join(root, "package.json")).resolve("tslab/package.json")),
    "bin/tslab",
  );
  const ours = [join(root, "dist/kernel.js"), "{connection_file}"];
  const theirs = [tslab, "kernel", "--config-path={connection_file}"];
  const costs: [KernelCost[], KernelCost[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const [i, words] of [ours, theirs].entries()) {
      costs[i]!.push(costOf([program, root, process.execPath, ...words]));
    }
  }
  return FIGURES.map(([figure, work, unit, digits, goal]) => {
    const [own, peer] = costs.map((starts) => median(starts.map((one) => one[figure]))) as [number, number];
    const show = (value: number) => `${value.toFixed(digits)} ${unit}`;
    return { work, ours: show(own), peer: `tslab ${show(peer)}`, ratio: own / peer, goal };
  });
}

/** What one start costs; one that loses a result is said and made again. */
function costOf(words: readonly string[]): KernelCost {
  for (let lost = 0; ; lost++) {
    try {
      return JSON.parse(execFileSync(process.execPath, words, { encoding: "utf8", stdio: "pipe" }));
    } catch (error) {
      if ((error as { status?: number }).status !== LOST || lost === MOST_LOST) throw error;
      console.error(`a result was lost, the start is made again: ${words.slice(3).join(" ")}`);
    }
  }
}
