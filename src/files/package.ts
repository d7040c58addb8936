import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A file of this package, wherever it is installed: its root is the nearest folder above that has a package.json. */
export function packageFile(path: string): string {
  const here = dirname(fileURLToPath(import.meta.url));
  let folder = here;
  while (!existsSync(join(folder, "package.json"))) {
    if (folder === dirname(folder)) throw new Error(`no package.json above ${here}`);
    folder = dirname(folder);
  }
  return join(folder, path);
}

/** The version in this package's manifest. */
export function packageVersion(): string {
  return JSON.parse(readFileSync(packageFile("package.json"), "utf8")).version;
}

/** A file of a package that this one depends on. */
export function dependencyFile(specifier: string): string {
  return createRequire(import.meta.url).resolve(specifier);
}
