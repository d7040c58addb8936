// Builds dist/: JavaScript bundled with shared chunks (a command loads two or three files, not sixty) and declarations.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { smallerTypeScript } from "./typescript-parts.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Bundles entry points: modules, which share chunks, unless other options are given. */
async function bundle(entryPoints, options = { splitting: true, format: "esm" }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: "dist",
    bundle: true,
    platform: "node",
    target: "node20.19",
    minifySyntax: true,
    // and without comments: a character of theirs that needs two bytes would make all of a chunk twice as long in memory
    minifyWhitespace: true,
    // Node shows the line that threw what nobody caught
    lineLimit: 120,
    sourcemap: true,
    sourcesContent: false,
    chunkNames: "chunks/[name]-[hash]",
    loader: { ".css": "text", ".page.js": "text" },
    // what every capture needs is bundled: to find a package takes longer than to load it
    external: Object.keys(dependencies).filter((name) => name !== "sdp-transform"),
    // Written below: a build that fails leaves the last one in its place.
    write: false,
    ...options,
  });
  return outputFiles;
}

const outputFiles = [
  ...(await bundle({
    index: "src/index.ts",
    core: "src/core.ts",
    kernel: "src/kernel/main.ts",
    "kernel-cells": "src/kernel/cells/main.ts",
    "kernel-snapshot": "src/kernel/snapshot.ts",
  })),
  // a thread that loads modules takes a megabyte and a half more than one that loads a script
  ...(await bundle(
    { "kernel-interrupter": "src/kernel/cells/interrupter.ts" },
    { format: "cjs", outExtension: { ".js": ".cjs" } },
  )),
  // each in one file: to find and load a chunk takes longer than to read it twice
  ...(await bundle(
    { cli: "src/cli/launch/main.ts", "cli-cache": "src/cli/launch/cache.ts" },
    { format: "esm" },
  )),
  // scripts, because a code cache is of a script; such a script cannot import, so that it requires packages. One is read
  // at each start, and half as long without what is for people
  ...(await bundle(
    { voiplab: "src/voiplab.ts", "voiplab-rows": "src/voiplab-rows.ts" },
    {
      format: "cjs",
      outExtension: { ".js": ".cjs" },
      minify: true,
      define: { "import.meta.url": "__moduleUrl" },
      supported: { "dynamic-import": false },
    },
  )),
];
rmSync(join(root, "dist"), { recursive: true, force: true });
for (const { path, contents } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}

chmodSync(join(root, "dist/cli.js"), 0o755);
// What cells know by name: the kernel loads the library itself when one of them is used.
const library = await import(pathToFileURL(join(root, "dist/index.js")).href);
writeFileSync(join(root, "dist/library-names.json"), JSON.stringify(Object.keys(library)));

// The program of the kernel's start-up snapshot: it may not require packages, so that TypeScript is in it. Its text
// stays in the memory of each kernel, twice; and all of it with two bytes a character if one of a comment needs two.
await build({
  absWorkingDir: root,
  entryPoints: { "kernel-preload": "src/kernel/cells/compiler/preload.ts" },
  outdir: "dist",
  outExtension: { ".js": ".cjs" },
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20.19",
  external: ["source-map-support"],
  plugins: [smallerTypeScript],
  minify: true,
});

const tsc = createRequire(import.meta.url).resolve("typescript/package.json");
const declarations = spawnSync(
  process.execPath,
  [join(dirname(tsc), "bin/tsc"), "-p", join(root, "src/setup/declarations.json")],
  { stdio: "inherit" },
);
if (declarations.status !== 0) process.exit(declarations.status ?? 1);
// Holds the declarations that were written just now; without it the kernel works too, its first cell takes longer.
spawnSync(process.execPath, [join(root, "dist/kernel-snapshot.js")], { stdio: "inherit" });
// The same of the command line, which without it starts more slowly; it prints what it does while it is made.
spawnSync(process.execPath, [join(root, "dist/cli-cache.js")], { stdio: ["ignore", "ignore", "inherit"] });
// Written last: what is older than this has been built whole.
writeFileSync(join(root, "dist/.built"), "");
