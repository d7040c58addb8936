import type ts from "@tslab/typescript-for-tslab";
import type { CompilerPlaces } from "./places.js";
import type { TypeScript } from "./typescript.js";

/**
 * tslab's compiler options, corrected: `strict` as in every TypeScript project; modules resolved as `exports` say;
 * Node's types from the kernel's own place; source maps, without which errors name lines that nobody wrote.
 */
export function cellOptions(
  typescript: TypeScript,
  given: ts.CompilerOptions,
  { typesFolder, modules }: CompilerPlaces,
): ts.CompilerOptions {
  return {
    ...given,
    strict: true,
    lib: ["lib.es2023.d.ts"],
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    types: ["node"],
    typeRoots: [typesFolder],
    paths: Object.fromEntries(Object.entries(modules).map(([name, file]) => [name, [file]])),
    sourceMap: true,
  };
}
