// Brings the checkout to where its commands run: dependencies installed, dist/ built, each only when needed.
import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The built command. */
export const cli = join(root, "dist/cli.js");

/** Installs and builds what is missing or older than what it is made from; ends the process when that fails. */
export function prepare() {
  if (changed("package-lock.json") > changed("node_modules/.package-lock.json")) run(...npm("ci"));
  const sources = ["src", "package.json", "package-lock.json", "tsconfig.json"];
  if (Math.max(...sources.map(changed)) > changed("dist/.built"))
    run(process.execPath, [join(root, "src/setup/build.mjs")]);
}

/** When a file, or the youngest file of a folder, was changed; 0 for what is not there. */
function changed(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.mtimeMs ?? 0;
  const inside = readdirSync(join(root, path)).map((name) => changed(join(path, name)));
  // A folder's own time tells of files that were taken away.
  return Math.max(stat.mtimeMs, ...inside);
}

/** The npm that runs this, or the one in PATH: on Windows that is a batch file, which only a shell can start. */
function npm(...words) {
  const path = process.env.npm_execpath ?? "";
  if (/npm-cli\.c?js$/.test(path)) return [process.execPath, [path, ...words]];
  return ["npm", words, { shell: process.platform === "win32" }];
}

function run(program, words, options = {}) {
  const { status, signal, error } = spawnSync(program, words, { cwd: root, stdio: "inherit", ...options });
  if (status === 0) return;
  if (error) process.stderr.write(`voiplab: ${error.message}\n`);
  process.exit(signal ? 130 : status || 1);
}
