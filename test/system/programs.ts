import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { programInPath } from "../../src/cli/program.js";

/** The project's folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The built command. */
export const cli = needed(join(root, "dist", "cli.js"), "run npm run build");

/** A file that the system tests need. Throws a sentence when it is not there: no test is skipped. */
export function needed(path: string, remedy: string): string {
  if (existsSync(path)) return path;
  throw new Error(`the system tests need ${path}; ${remedy}`);
}

/** A program that the system tests need, from PATH. */
export function program(name: string): string {
  const path = programInPath(name);
  if (path) return path;
  throw new Error(`the system tests need the program ${name}, which is not in PATH; .ci/run installs it`);
}

/** The Python that has Jupyter: the project's own, or the one beside the `jupyter` in PATH. */
export function jupyterPython(): string {
  const own = join(root, ".venv", "bin", "python");
  return existsSync(own) ? own : join(program("jupyter"), "..", "python");
}

/** Runs a program to its end. Throws what it said when it failed. */
export function run(
  path: string,
  words: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(path, words, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...options,
  });
  if (status === 0) return stdout;
  throw new Error(`${path} ${words.join(" ")} ended with ${status ?? error}:\n${stdout}\n${stderr}`);
}
