import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { programInPath } from "../../src/cli/program.js";

/** What one run of a program cost. */
export interface Cost {
  /** Seconds. */
  wall: number;
  /** Seconds of processor time, of the program and the system for it, in all threads. */
  cpu: number;
  /** MiB. */
  memory: number;
}

/** A program from PATH. Throws a sentence where it is missing: a peer that is not there is not passed over. */
export function peer(name: string): string {
  const path = programInPath(name);
  if (path) return path;
  throw new Error(`the bench needs the program ${name}, which is not in PATH`);
}

/** Runs a program whose standard output goes to a file. Throws what it said where it failed. */
export function runInto(output: string, [path, ...words]: readonly string[]): Cost {
  const file = openSync(output, "w");
  const { status, stderr } = spawnSync(peer("time"), ["-f", "%e %U %S %M", path!, ...words], {
    stdio: ["ignore", file, "pipe"],
    encoding: "utf8",
  });
  closeSync(file);
  if (status !== 0) throw new Error(`${path} ended with ${status}:\n${stderr}`);
  const [wall, user, system, memory] = stderr.trim().split("\n").at(-1)!.split(" ").map(Number);
  return { wall: wall!, cpu: user! + system!, memory: memory! / 1024 };
}

/** The costs of several programs that are run in turns, so that what else the machine does falls on all of them. */
export function interleaved(
  rounds: number,
  output: string,
  programs: readonly (readonly string[])[],
): Cost[] {
  const costs: Cost[][] = programs.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, program] of programs.entries()) costs[i]!.push(runInto(output, program));
  }
  return costs.map((runs) => ({
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    memory: median(runs.map(({ memory }) => memory)),
  }));
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
