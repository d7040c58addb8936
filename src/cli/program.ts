import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a program lies in PATH; undefined where it is not there. */
export function programInPath(name: string): string | undefined {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ".bat"] : [""];
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const ending of endings) {
      const path = join(folder, name + ending);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  return undefined;
}
