// Writes notebooks/captures/trame-asterisk.pcapng anew; the same bytes each time.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const captures = join(root, "notebooks/captures");
const outfile = join(root, "dist/trame-asterisk.js");

await build({
  entryPoints: [join(root, "test/trame-asterisk/build.ts")],
  outfile,
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
});
const { trameAsterisk } = await import(pathToFileURL(outfile).href);
const recorded = readFileSync(join(captures, "01-call-100-to-300.pcapng"));
writeFileSync(join(captures, "trame-asterisk.pcapng"), await trameAsterisk(recorded));
