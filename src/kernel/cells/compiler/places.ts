import { join } from "node:path";

/** What every cell may import, and what it sees without. */
export interface Library {
  /** Module name → its declarations. */
  modules: Record<string, string>;
  /** The folder that holds them. */
  folder: string;
  /** The declarations whose exports are globals of the cells. */
  globals: string;
}

/** The library in a package's `dist`. */
export function libraryIn(dist: string): Library {
  const folder = join(dist, "types");
  const index = join(folder, "index.d.ts");
  return { folder, globals: index, modules: { voiplab: index, "voiplab/core": join(folder, "core.d.ts") } };
}

/** Where the compiler and its types come from, whatever folder the notebook lies in. */
export interface CompilerPlaces {
  converterFile: string;
  typescriptFile: string;
  /** The folder that holds `@types/node`. */
  typesFolder: string;
  /** Module name → its declarations, for what every cell may import. */
  modules: Library["modules"];
}
