import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { CompilerPlaces, Library } from "./places.js";

/**
 * Where tslab's parts lie, hoisted or not.
 *
 * @param from a file of the package that depends on tslab
 */
export function findCompiler(from: string, { modules }: Library): CompilerPlaces {
  const converterFile = createRequire(from).resolve("tslab/dist/converter.js");
  const there = createRequire(converterFile);
  return {
    converterFile,
    typescriptFile: there.resolve("@tslab/typescript-for-tslab"),
    typesFolder: dirname(dirname(there.resolve("@types/node/package.json"))),
    modules,
  };
}
