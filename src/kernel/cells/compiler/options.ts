import type ts from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./typescript.js";

/** Where types come from, whatever folder the notebook lies in. */
export interface TypePlaces {
  /** The folder that holds `@types/node`. */
  typesFolder: string;
  /** Module name → its declarations, for what every cell may import. */
  modules: Record<string, string>;
}

/**
 * tslab's compiler options, corrected: `strict` as in every TypeScript project; modules resolved as `exports` say;
 * Node's types from the kernel's own place; source maps, without which errors name lines that nobody wrote.
 */
export function cellOptions(
  typescript: TypeScript,
  given: ts.CompilerOptions,
  places: TypePlaces,
): ts.CompilerOptions {
  return {
    ...given,
    strict: true,
    lib: ["lib.es2023.d.ts"],
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    types: ["node"],
    typeRoots: [places.typesFolder],
    paths: Object.fromEntries(Object.entries(places.modules).map(([name, file]) => [name, [file]])),
    sourceMap: true,
  };
}
