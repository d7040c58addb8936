import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { programInPath } from "../program.js";
import { messages, say } from "./messages.js";

/** How JupyterLab is started. */
export interface Jupyter {
  readonly program: string;
  readonly words: readonly string[];
}

const windows = process.platform === "win32";
const leastPython = [3, 10] as const;

/**
 * A JupyterLab of version 4 or newer: the one in PATH, the one in the project's `.venv`, or one that is installed there
 * now. A sentence says why there is none.
 */
export function provideJupyter(root: string): Jupyter | string {
  const venv = join(root, ".venv");
  const python = windows ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
  const own = { program: python, words: ["-m", "jupyterlab"] };
  const found = inPath();
  if (found) return found;
  const reason = suitable(own) ? undefined : install(root, venv, python);
  if (reason) return reason;
  // JupyterLab carries scripts for Node that are no modules, whatever this package's own manifest says of its own.
  writeFileSync(join(venv, "package.json"), '{ "type": "commonjs" }\n');
  return own;
}

function inPath(): Jupyter | undefined {
  const program = programInPath("jupyter-lab");
  const jupyter = program && { program, words: [] };
  return jupyter && suitable(jupyter) ? jupyter : undefined;
}

function suitable({ program, words }: Jupyter): boolean {
  const { status, stdout } = spawnSync(program, [...words, "--version"], {
    encoding: "utf8",
    timeout: 60_000,
  });
  return status === 0 && Number.parseInt(stdout, 10) >= 4;
}

/** Installs into `.venv`, telling how it goes; a sentence when that did not work. */
function install(root: string, venv: string, python: string): string | undefined {
  const base = findPython();
  if (!base) return messages().noPython(leastPython.join("."));
  say(messages().making(venv));
  if (!run(base.program, [...base.words, "-m", "venv", venv])) return messages().noVenv;
  const requirements = join(root, "binder", "requirements.txt");
  const pip = ["-m", "pip", "install", "--disable-pip-version-check", "--requirement", requirements];
  return run(python, pip) ? undefined : messages().noPip;
}

function findPython(): Jupyter | undefined {
  const candidates: Jupyter[] = [
    ...(windows ? [{ program: "py", words: ["-3"] }] : [{ program: "python3", words: [] }]),
    { program: "python", words: [] },
  ];
  const [major, minor] = leastPython;
  const test = `import sys, venv; sys.exit(sys.version_info < (${major}, ${minor}))`;
  return candidates.find(({ program, words }) => spawnSync(program, [...words, "-c", test]).status === 0);
}

/** Runs a program; what it tells goes to standard error, as all that a start tells but the address. */
const run = (program: string, words: readonly string[]): boolean =>
  spawnSync(program, words, { stdio: ["ignore", 2, 2] }).status === 0;
