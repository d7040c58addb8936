// Bundles the bench and runs it: `npm run bench`, or `npm run bench -- 3 streams lesson` for three rounds of two parts
// (streams, list, growth, lesson, sound, kernel). Needs a built dist/, tshark, sox, gcc, GNU time, and 2 GB in the temporary folder.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "voiplab-bench-"));
try {
  const options = {
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    minifySyntax: true,
    platform: "node",
    target: "node20.19",
  };
  const programs = { bench: "test/bench/bench.ts", decode: "test/bench/decode.ts" };
  await build({ ...options, entryPoints: programs, format: "cjs", outExtension: { ".js": ".cjs" } });
  // a client of a kernel waits all the time, for which a script has no word
  const client = { kernel: "test/bench/kernel.ts" };
  await build({ ...options, entryPoints: client, format: "esm", outExtension: { ".js": ".mjs" } });
  const { status } = spawnSync(
    process.execPath,
    [join(folder, "bench.cjs"), root, folder, ...process.argv.slice(2)],
    {
      stdio: "inherit",
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
