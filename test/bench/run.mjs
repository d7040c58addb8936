// Bundles the bench and runs it: `npm run bench`, or `npm run bench -- 3 streams lesson` for three rounds of two parts
// (streams, list, growth, lesson, sound). Needs a built dist/, tshark, sox, gcc, GNU time, and 2 GB in the temporary folder.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "voiplab-bench-"));
try {
  await build({
    absWorkingDir: root,
    entryPoints: { bench: "test/bench/bench.ts", decode: "test/bench/decode.ts" },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    minifySyntax: true,
    format: "cjs",
    platform: "node",
    target: "node20.19",
  });
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
