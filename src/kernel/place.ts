import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Where the package lies: the nearest folder above this file whose package.json is voiplab's. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "voiplab") return folder;
    const above = dirname(folder);
    if (above === folder) throw new Error(`no voiplab package above ${fileURLToPath(import.meta.url)}`);
    folder = above;
  }
}

/** The version in the package's manifest. */
export function packageVersion(root: string): string {
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}
