import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type tsPackage from "@tslab/typescript-for-tslab";
import type * as tslabConverter from "tslab/dist/converter.js";
import type * as tslabExecutor from "tslab/dist/executor.js";
import { globalDeclarations } from "./declarations.js";
import type { CompilerPlace } from "./host.js";
import { cellOptions, type TypePlaces } from "./options.js";
import { createCellProgram, type WatchHost } from "./program.js";

/** tslab's build of TypeScript 5.0.4, with the internals that are used here. */
export type TypeScript = typeof tsPackage & {
  bindSourceFile(file: tsPackage.SourceFile, options: tsPackage.CompilerOptions): void;
};

/** The two source maps of the cell compiled last: TypeScript → ECMAScript modules → CommonJS. */
export type SourceMaps = [toModule: string, toScript: string];

export interface Compiler {
  typescript: TypeScript;
  createConverter: typeof tslabConverter.createConverter;
  createExecutor: typeof tslabExecutor.createExecutor;
  /** Tells tslab's converter which of the notebook's own files changed on disk. */
  noticeChanges(): void;
  sourceMaps(): SourceMaps;
}

/** What every cell may import, and what it sees without. */
export interface Library {
  /** Module name → its declarations. */
  modules: Record<string, string>;
  /** The folder that holds them. */
  folder: string;
  /** The declarations whose exports are globals of the cells. */
  globals: string;
}

/**
 * Loads tslab's converter and executor over a copy of its TypeScript in which four functions are ours. The converter
 * reaches them through the module object, so the copy lies in the module cache while the converter loads.
 */
export function loadCompiler(from: string, library: Library): Compiler {
  const converterFile = createRequire(from).resolve("tslab/dist/converter.js");
  const requireThere = createRequire(converterFile);
  const typescriptFile = requireThere.resolve("@tslab/typescript-for-tslab");
  const original: TypeScript = requireThere(typescriptFile);
  const places: TypePlaces = {
    typesFolder: dirname(dirname(requireThere.resolve("@types/node/package.json"))),
    modules: library.modules,
  };

  const maps: SourceMaps = ["", ""];
  const watchers = new Map<string, tsPackage.FileWatcherCallback>();
  let cellProgram: ReturnType<typeof createCellProgram> | undefined;
  const copy = {
    ...original,
    sys: {
      ...original.sys,
      // tslab's watchers wait to be called by noticeChanges(): no polling
      watchFile(name: string, callback: tsPackage.FileWatcherCallback): tsPackage.FileWatcher {
        watchers.set(name, callback);
        return { close: () => void watchers.delete(name) };
      },
    },
    createWatchCompilerHost: (
      rootFiles: readonly string[],
      options: tsPackage.CompilerOptions,
      sys: tsPackage.System,
    ): WatchHost => ({ rootFiles, sys, options: cellOptions(original, options, places) }),
    createWatchProgram(host: WatchHost) {
      const globals = globalDeclarations(original, library.globals);
      const place: CompilerPlace = {
        libFolder: dirname(typescriptFile),
        libraryFolder: library.folder,
        declarations: new Map([[join(library.folder, "cell-globals.d.ts"), globals]]),
      };
      cellProgram = createCellProgram(original, host, place, (text) => {
        maps[0] = text;
      });
      return cellProgram;
    },
    transpileModule(input: string, options: tsPackage.TranspileOptions) {
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const output = original.transpileModule(withoutMapLink(input), { ...options, compilerOptions });
      maps[1] = output.sourceMapText ?? "";
      return { ...output, outputText: withoutMapLink(output.outputText) };
    },
  };

  const cached = requireThere.cache[typescriptFile] as NodeJS.Module;
  cached.exports = copy;
  try {
    const { createConverter } = requireThere(converterFile) as typeof tslabConverter;
    const { createExecutor } = requireThere("./executor.js") as typeof tslabExecutor;
    return {
      typescript: original,
      createConverter,
      createExecutor,
      noticeChanges() {
        for (const name of cellProgram?.changedFiles() ?? []) {
          watchers.get(name)?.(name, original.FileWatcherEventKind.Changed);
        }
      },
      sourceMaps: () => [...maps],
    };
  } finally {
    cached.exports = original;
  }
}

function withoutMapLink(script: string): string {
  return script.replace(/\/\/# sourceMappingURL=\S*\s*$/, "");
}
