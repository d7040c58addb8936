/* Makes the command line's code cache, of what it has compiled to run its commands: `node dist/cli-cache.js`. */
import { renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { cacheFile, loadProgram } from "./program.js";

// V8 refuses a cache that was made under other flags: these runs are under those that Node starts with.
createRequire(import.meta.url)("node:v8").setFlagsFromString = () => {};

const dist = dirname(fileURLToPath(import.meta.url));
const captures = join(dist, "../notebooks/captures");
const { program, script } = loadProgram(dist);
for (const capture of ["trame-asterisk.pcapng", "01-call-100-to-300.pcapng"]) {
  for (const command of ["frames", "sip", "calls", "streams", "registrations"]) {
    await program.run([command, join(captures, capture)]);
  }
}
const unfinished = `${cacheFile(dist)}.${process.pid}`;
writeFileSync(unfinished, script.createCachedData());
renameSync(unfinished, cacheFile(dist));
