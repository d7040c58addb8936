import { basename } from "node:path";
import type ts from "@tslab/typescript-for-tslab";
import { createBasePrograms } from "./base-programs.js";
import { createEarlierDeclarations } from "./earlier.js";
import { type CompilerPlace, createCellHost } from "./host.js";
import type { MapCollector } from "./maps.js";
import { resolvedModules } from "./resolved.js";
import { makeScript } from "./script.js";
import { writeOutShorthands } from "./shorthand.js";
import type { TypeScript } from "./typescript.js";

/** What tslab's converter hands to `createWatchCompilerHost`, and the callback that it hangs on the result. */
export interface WatchHost {
  rootFiles: readonly string[];
  options: ts.CompilerOptions;
  sys: ts.System;
  afterProgramCreate?: (builder: CellBuilder) => void;
}

/** The part of a builder program that tslab's converter uses. */
export interface CellBuilder {
  getSourceFile(name: string): ts.SourceFile | undefined;
  getProgram(): ts.Program;
  getAllDependencies(file: ts.SourceFile): string[];
  emit: ts.Program["emit"];
}

/**
 * Stands in for TypeScript's watch program beneath tslab's converter. The original brings the state of four hundred
 * files up to date at each cell, twice, and checks with a checker that begins with nothing; here a cell is parsed and
 * bound alone, and checked in a base that is there already, when somebody asks for its program.
 */
export function createCellProgram(
  typescript: TypeScript,
  watchHost: WatchHost,
  place: CompilerPlace,
  maps: MapCollector,
) {
  const { options, sys } = watchHost;
  // tslab's order: declarations of earlier cells, the cell; modules made by `@module` cells come later
  const [earlier, cell] = watchHost.rootFiles as [string, string];
  const declarations = createEarlierDeclarations(typescript, earlier, `export {};${sys.newLine}`, options);
  const host = createCellHost(typescript, sys, options, place);
  const bases = createBasePrograms(typescript, options, host, { first: place.base, onProgram: watchSources });
  const target = options.target ?? typescript.ScriptTarget.ES2022;
  let modules: readonly string[] = [];
  let pending: unknown;
  let working = false;
  const watchers = new Map<string, ts.FileWatcher | undefined>();

  function refresh() {
    pending = undefined;
    const declared = declarations.fileOf(sys.readFile(earlier) ?? "");
    const file = typescript.createSourceFile(cell, sys.readFile(cell) ?? "", target);
    typescript.bindSourceFile(file, options);
    for (const one of [declared, file]) host.put(one);
    watchHost.afterProgramCreate?.(createBuilder(declared, file));
  }

  function refreshSoon() {
    if (pending) sys.clearTimeout?.(pending);
    pending = sys.setTimeout?.(refresh, 0);
  }

  function createBuilder(declared: ts.SourceFile, own: ts.SourceFile): CellBuilder {
    let made: ts.Program | undefined;
    const getProgram = () => {
      if (made) return made;
      made = bases.programOf(declared, own, [...modules, ...place.declarations.keys()]);
      return made;
    };
    return {
      getProgram,
      getSourceFile(name) {
        if (name === earlier) return declared;
        return name === cell ? own : getProgram().getSourceFile(name);
      },
      getAllDependencies: (file) => localDependencies(getProgram(), file),
      emit(file, write, cancellation, declarationsOnly, transformers) {
        // a base from a snapshot has another idea of the folder
        const inFolder = (name: string) => (file === own ? `${options.outDir}/${basename(name)}` : name);
        const writeFile: ts.WriteFileCallback = (name, text, ...more) =>
          name.endsWith(".map") ? takeMap(file, text) : write?.(inFolder(name), text, ...more);
        const from = getProgram();
        const before = [writeOutShorthands(typescript, from.getTypeChecker(), declared)];
        const after = [...(transformers?.after ?? []), makeScript(typescript)];
        return from.emit(file, writeFile, cancellation, declarationsOnly, { ...transformers, before, after });
      },
    };
  }

  function takeMap(file: ts.SourceFile | undefined, text: string) {
    if (!file) return;
    const { fileName } = file;
    if (fileName === cell) maps.cell = text;
    else maps.own.set(fileName.replace(/\.tsx?$/, ".js"), { path: fileName, text: file.text, map: text });
  }

  /** tslab compiles the notebook's own files again when its watchers say that they changed. */
  function watchSources(made: ts.Program) {
    for (const { fileName, isDeclarationFile } of made.getSourceFiles()) {
      if (isDeclarationFile || fileName === cell || watchers.has(fileName)) continue;
      watchers.set(fileName, sys.watchFile?.(fileName, forget));
    }
  }

  function forget(name: string) {
    host.forget(name);
    bases.drop();
  }

  sys.watchFile?.(cell, refreshSoon);
  sys.watchFile?.(earlier, refreshSoon);
  refresh();
  return {
    /** Names of own files that changed on disk: their watchers are to be called before the next cell. */
    changedFiles: () => host.changedFiles(),
    /** Does something with the converter above; whatever breaks it off may leave the checker in the middle. */
    work<T>(run: () => T): T {
      if (working) {
        bases.drop();
        declarations.forget();
      }
      working = true;
      const result = run();
      working = false;
      return result;
    },
    /** Prints what tslab left of the declarations of earlier cells; nothing for another file. */
    printEarlier: declarations.print,
    base: () => bases.current(),
    close: () => watchers.clear(),
    updateRootFileNames(names: readonly string[]) {
      modules = names.filter((name) => name !== earlier && name !== cell);
      bases.drop();
      refreshSoon();
    },
  };
}

/** The cell and what it imports, directly or not, from TypeScript and JavaScript files that must be compiled. */
function localDependencies(program: ts.Program, file: ts.SourceFile): string[] {
  const found = new Set<string>();
  const visit = (one: ts.SourceFile | undefined) => {
    if (!one || one.isDeclarationFile || found.has(one.fileName)) return;
    found.add(one.fileName);
    resolvedModules(one)?.forEach(({ resolvedModule }) => {
      if (resolvedModule) visit(program.getSourceFile(resolvedModule.resolvedFileName));
    });
  };
  visit(file);
  return [...found];
}
