import { isDeepStrictEqual } from "node:util";
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

/** What tslab's converter asks for itself in a folder: known beforehand, a base can be made beforehand. */
export function converterOptions(typescript: TypeScript, folder: string): ts.CompilerOptions {
  return {
    ...scriptOptions(typescript),
    module: typescript.ModuleKind.ESNext,
    lib: ["lib.es2022.d.ts"],
    moduleResolution: typescript.ModuleResolutionKind.Node10,
    declaration: true,
    experimentalDecorators: true,
    resolveJsonModule: true,
    jsx: typescript.JsxEmit.React,
    allowJs: true,
    checkJs: true,
    disableTopLevelAwait: true,
    skipLibCheck: true,
    rootDir: folder,
    outDir: "outDir",
  };
}

/** What it asks for when it turns modules into scripts. */
export function scriptOptions(typescript: TypeScript): ts.CompilerOptions {
  return {
    module: typescript.ModuleKind.CommonJS,
    esModuleInterop: true,
    target: typescript.ScriptTarget.ES2022,
    newLine: typescript.NewLineKind.LineFeed,
    noImplicitUseStrict: true,
  };
}

/** Whether what was made with these options is as good for those: only the notebook's folder may differ. */
export function sameOptions(one: ts.CompilerOptions, other: ts.CompilerOptions): boolean {
  return isDeepStrictEqual({ ...one, rootDir: "" }, { ...other, rootDir: "" });
}
