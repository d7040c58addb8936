import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type tsPackage from "@tslab/typescript-for-tslab";
import type * as tslabConverter from "tslab/dist/converter.js";
import type * as tslabExecutor from "tslab/dist/executor.js";
import { globalDeclarations } from "./declarations.js";
import { findCompiler } from "./find.js";
import type { CompilerPlace } from "./host.js";
import { MapCollector } from "./maps.js";
import { cellOptions } from "./options.js";
import type { Library } from "./places.js";
import { findPreloaded, freshBase } from "./preloaded.js";
import { createCellProgram, type WatchHost } from "./program.js";
import { withSeldomNames } from "./seldom.js";

/** tslab's build of TypeScript 5.0.4, with the internals that are used here. */
export type TypeScript = typeof tsPackage & {
  bindSourceFile(file: tsPackage.SourceFile, options: tsPackage.CompilerOptions): void;
  transformModule(context: tsPackage.TransformationContext): tsPackage.Transformer<tsPackage.SourceFile>;
};

export interface Compiler {
  typescript: TypeScript;
  createConverter: typeof tslabConverter.createConverter;
  createExecutor: typeof tslabExecutor.createExecutor;
  /** Tells tslab's converter which of the notebook's own files changed on disk. */
  noticeChanges(): void;
  readonly maps: MapCollector;
}

/**
 * Loads tslab's converter and executor over its TypeScript with three functions of ours before it. The converter
 * reaches them through the module object, which lies in the module cache while the converter loads.
 */
export function loadCompiler(from: string, library: Library): Compiler {
  const places = findCompiler(from, library);
  const requireThere = createRequire(places.converterFile);
  const preloaded = findPreloaded();
  const original: TypeScript = preloaded?.typescript ?? requireThere(places.typescriptFile);

  const maps = new MapCollector();
  const watchers = new Map<string, tsPackage.FileWatcherCallback>();
  let cellProgram: ReturnType<typeof createCellProgram> | undefined;
  const ours = {
    __esModule: true, // or tslab copies its two thousand functions one by one
    sys: {
      ...original.sys,
      getCurrentDirectory: () => process.cwd(), // the original remembers the snapshot's
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
        libFolder: dirname(places.typescriptFile),
        libraryFolder: library.folder,
        typesFolder: places.typesFolder,
        declarations: new Map([[join(library.folder, "cell-globals.d.ts"), globals]]),
        preloaded: preloaded?.files,
        base: preloaded && freshBase(preloaded, host.options),
      };
      cellProgram = createCellProgram(original, host, place, maps);
      return cellProgram;
    },
    // tslab prints nothing but the declarations of earlier cells
    createPrinter(settings?: tsPackage.PrinterOptions): Pick<tsPackage.Printer, "printFile"> {
      const printer = original.createPrinter(settings);
      return { printFile: (file) => cellProgram?.printEarlier(file, printer) ?? printer.printFile(file) };
    },
    // what tslab makes scripts of are scripts already
    transpileModule: (input: string) => ({ outputText: withoutMapLink(input) }),
  };

  const cached = cachedModule(requireThere, places.typescriptFile);
  cached.exports = Object.create(original, Object.getOwnPropertyDescriptors(ours));
  try {
    const { createConverter } = requireThere(places.converterFile) as typeof tslabConverter;
    const watched: typeof createConverter = (options) => {
      const converter = createConverter(options);
      const { convert, complete, inspect } = converter;
      const work = <T>(run: () => T) => (cellProgram ? cellProgram.work(run) : run());
      return {
        ...converter,
        convert: (...cell) => work(() => convert(...cell)),
        complete(before, code, position) {
          const info = work(() => complete(before, code, position));
          return { ...info, candidates: withSeldomNames(info.candidates, code, position) };
        },
        inspect: (...cell) => work(() => inspect(...cell)),
      };
    };
    const { createExecutor } = requireThere("./executor.js") as typeof tslabExecutor;
    return {
      typescript: original,
      createConverter: watched,
      createExecutor,
      noticeChanges() {
        for (const name of cellProgram?.changedFiles() ?? []) {
          watchers.get(name)?.(name, original.FileWatcherEventKind.Changed);
        }
      },
      maps,
    };
  } finally {
    cached.exports = original;
  }
}

/** A module's place in the cache; made if nobody has required it yet. */
function cachedModule(require: NodeJS.Require, file: string): NodeJS.Module {
  const known = require.cache[file];
  if (known) return known;
  const made = Object.assign(new Module(file), { filename: file, loaded: true });
  require.cache[file] = made;
  return made;
}

function withoutMapLink(script: string): string {
  return script.replace(/\/\/# sourceMappingURL=\S*\s*$/, "");
}
