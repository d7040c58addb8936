import type { Script as CompiledScript } from "node:vm";
import { ROWS } from "../commands/index.js";

// To import them would ask these modules for all that they export, and so load streams, promises and what they need.
const { readFileSync } = process.getBuiltinModule("node:fs");
const { createRequire } = process.getBuiltinModule("node:module");
const { join } = process.getBuiltinModule("node:path");
const { pathToFileURL } = process.getBuiltinModule("node:url");
const { Script } = process.getBuiltinModule("node:vm");

/** What a bundle of the command line exports. */
export interface Program {
  /** Runs with the words after the command's name; the exit status. */
  run(args: readonly string[]): Promise<number>;
}

/** The bundle that a command is in, a script in dist/. */
export type Bundle = "voiplab" | "voiplab-rows";

export function bundleOf(command: string | undefined): Bundle {
  return ROWS.some((name) => name === command) ? "voiplab-rows" : "voiplab";
}

/** A bundle's parameters: those of a CommonJS module, and what stands in it for `import.meta.url`. */
const PARAMETERS = "exports, require, module, __moduleUrl";

/**
 * Loads a bundle with what V8 made of it when it was built, which saves compiling it again. V8 refuses a cache of
 * another version, of other flags or of other text: then it compiles as ever.
 */
export function loadProgram(dist: string, bundle: Bundle): { program: Program; script: CompiledScript } {
  const filename = join(dist, `${bundle}.cjs`);
  // esbuild writes ASCII, and as Latin-1 it need not be decoded
  const source = `(function (${PARAMETERS}) {${readFileSync(filename, "latin1")}\n})`;
  const script = new Script(source, { filename, cachedData: cached(cacheFile(dist, bundle)) });
  const module = { exports: {} as Program };
  const evaluate = script.runInThisContext();
  evaluate(module.exports, createRequire(filename), module, pathToFileURL(filename).href);
  return { program: module.exports, script };
}

/** A bundle's code cache for this Node. */
export function cacheFile(dist: string, bundle: Bundle): string {
  return join(dist, `${bundle}-${process.version}-${process.platform}-${process.arch}.blob`);
}

function cached(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined; // built by another Node, or an installed package, which brings none
  }
}
