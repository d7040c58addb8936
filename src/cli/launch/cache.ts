/* Makes the command line's code caches, of what it has compiled to run its commands: `node dist/cli-cache.js`. */
import { renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ROWS } from "../commands/index.js";
import { type Bundle, cacheFile, loadProgram } from "./program.js";

// V8 refuses a cache that was made under other flags: these runs are under those that Node starts with.
createRequire(import.meta.url)("node:v8").setFlagsFromString = () => {};

const dist = dirname(fileURLToPath(import.meta.url));
const captures = ["trame-asterisk.pcapng", "01-call-100-to-300.pcapng"].map((name) =>
  join(dist, "../notebooks/captures", name),
);

await makeCache(
  "voiplab-rows",
  captures.flatMap((capture) => ROWS.map((command) => [command, capture])),
);
await makeCache("voiplab", [
  ["--help"],
  ["kernel", "spec"],
  ...captures.map((capture) => ["frame", capture, "1"]),
]);

async function makeCache(bundle: Bundle, runs: readonly string[][]): Promise<void> {
  const { program, script } = loadProgram(dist, bundle);
  for (const args of runs) await program.run(args);
  const file = cacheFile(dist, bundle);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, script.createCachedData());
  renameSync(unfinished, file);
}
