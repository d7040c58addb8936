import type { Script as CompiledScript } from "node:vm";

// To import them would ask these modules for all that they export, and so load streams, promises and what they need.
const { readFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { join } = process.getBuiltinModule("node:path");
const { pathToFileURL } = process.getBuiltinModule("node:url");
const { Script } = process.getBuiltinModule("node:vm");

/** What the bundle of the command line exports. */
export interface Program {
  /** Runs with the words after the command's name; the exit status. */
  run(args: readonly string[]): Promise<number>;
}

/** The bundle's parameters: those of a CommonJS module, and what stands in it for `import.meta.url`. */
const PARAMETERS = "exports, require, module, __moduleUrl";

/**
 * Loads the bundle in dist/ with what V8 made of it when it was built, which saves compiling it again. V8 refuses a
 * cache of another version, of other flags or of other text: then it compiles as ever.
 */
export function loadProgram(dist: string): { program: Program; script: CompiledScript } {
  const filename = join(dist, "voiplab.cjs");
  // esbuild writes ASCII, and as Latin-1 it need not be decoded
  const source = `(function (${PARAMETERS}) {${readFileSync(filename, "latin1")}\n})`;
  const script = new Script(source, { filename, cachedData: cached(dist) });
  const module = { exports: {} as Program };
  const evaluate = script.runInThisContext();
  evaluate(module.exports, createRequire(filename), module, pathToFileURL(filename).href);
  return { program: module.exports, script };
}

/** The code cache for this Node. */
export function cacheFile(dist: string): string {
  return join(dist, `cli-${process.version}-${process.platform}-${process.arch}.blob`);
}

function cached(dist: string): Buffer | undefined {
  try {
    return readFileSync(cacheFile(dist));
  } catch {
    return undefined; // built by another Node, or an installed package, which brings none
  }
}
