import { readdirSync } from "node:fs";
import { join } from "node:path";
import { language } from "../../language.js";

/**
 * The notebooks of a folder and of the folders in it, as paths below it, in order; those in the user's language first.
 */
export function findNotebooks(folder: string): string[] {
  const own = notebooksIn(folder, "");
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map(({ name }) => name)
    .sort(
      (one, other) => Number(other === language()) - Number(one === language()) || (one < other ? -1 : 1),
    );
  return [...own, ...inside.flatMap((name) => notebooksIn(join(folder, name), `${name}/`))];
}

function notebooksIn(folder: string, prefix: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  return names.sort().map((name) => prefix + name);
}
