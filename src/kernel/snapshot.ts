/* Makes the start-up snapshot of the cells' process: dist/kernel-<Node's version and platform>.blob. */
import { spawnSync } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../files/package.js";
import { findCompiler } from "./cells/compiler/find.js";
import { libraryIn } from "./cells/compiler/places.js";
import { log } from "./log.js";
import { engineSettings, snapshotFile } from "./snapshot-file.js";

const dist = packageFile("dist");
const file = snapshotFile(dist);
const unfinished = `${file}.${process.pid}`;
const places = findCompiler(packageFile("package.json"), libraryIn(dist));
const { status, stderr } = spawnSync(
  process.execPath,
  [
    ...engineSettings,
    "--snapshot-blob",
    unfinished,
    "--build-snapshot",
    join(dist, "kernel-preload.cjs"),
    dist,
    JSON.stringify(places),
  ],
  { encoding: "utf8" },
);
if (status === 0) renameSync(unfinished, file);
else log(`no start-up snapshot, the first cell will take longer (${stderr.trim().split("\n").at(-1)})`);
