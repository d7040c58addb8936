import type ts from "@tslab/typescript-for-tslab";
import type { BaseProgram } from "./base-program.js";
import { modifiedAt, type Preloaded } from "./preloaded.js";
import { resolvedModules } from "./resolved.js";
import { seldomFile, withoutSeldom } from "./seldom.js";
import type { TypeScript } from "./typescript.js";

/** A compiler host for programs that are made again for every cell: what is parsed stays parsed. */
export interface CellHost extends ts.CompilerHost {
  /** Forgets one file: it is read again for the next program. */
  forget(name: string): void;
  /** Makes or replaces a file that exists in memory only. */
  write(name: string, text: string): void;
  /** The same with a file that is parsed already. */
  put(file: ts.SourceFile): void;
  /** Files of the notebook's own project that changed on disk since they were read. */
  changedFiles(): string[];
}

interface Known {
  file: ts.SourceFile | undefined;
  /** Milliseconds since 1970; undefined where nobody looks for changes. */
  modified: number | undefined;
}

/** Where the compiler finds what no project holds. */
export interface CompilerPlace {
  /** The folder of TypeScript's own `lib.*.d.ts`. */
  libFolder: string;
  /** The folder of the library's declarations. */
  libraryFolder: string;
  /** The folder that holds `@types/node`. */
  typesFolder: string;
  /** Declarations that exist in memory only, by absolute path. */
  declarations: ReadonlyMap<string, string>;
  /** Files that need not be parsed if they are still the same. */
  preloaded?: Preloaded["files"];
  /** A base of such files for the first cells. */
  base?: BaseProgram | undefined;
}

/** Declarations of installed packages are read once; the notebook's own files are looked at before each cell. */
export function createCellHost(
  typescript: TypeScript,
  sys: ts.System,
  options: ts.CompilerOptions,
  { libFolder, libraryFolder, typesFolder, declarations, preloaded }: CompilerPlace,
): CellHost {
  const folder = sys.getCurrentDirectory();
  const known = new Map<string, Known>();
  const inMemory = new Map(declarations);
  const resolutions = typescript.createModuleResolutionCache(folder, (name) => name, options);
  const stable = (name: string) =>
    [libFolder, libraryFolder].some((place) => name.startsWith(`${place}/`)) ||
    name.replace(`${folder}/`, "").includes("node_modules/");
  // tslab looks twice at each path, for its own package and for `@module` cells: both lie in the notebook's folder
  const disk = (name: string) => (name.startsWith(`${folder}/`) ? sys : typescript.sys);
  const read = (name: string) => inMemory.get(name) ?? disk(name).readFile(name);

  function parse(name: string, language: ts.ScriptTarget | ts.CreateSourceFileOptions) {
    const text = read(name);
    if (text === undefined) return undefined;
    return typescript.createSourceFile(name, withoutSeldom(typesFolder, name, text), language, false);
  }

  function seldom(specifier: string): ts.ResolvedModuleWithFailedLookupLocations | undefined {
    const file = seldomFile(typesFolder, specifier);
    if (!file || !typescript.sys.fileExists(file)) return undefined;
    return { resolvedModule: { resolvedFileName: file, extension: typescript.Extension.Dts } };
  }

  const host: CellHost = {
    getSourceFile(name, language) {
      const found = known.get(name);
      if (found) return found.file;
      const kept = preloaded?.get(name);
      const file = kept && kept.modified === modifiedAt(name) ? kept.file : parse(name, language);
      known.set(name, { file, modified: stable(name) ? undefined : modifiedAt(name) });
      return file;
    },
    forget: (name) => void known.delete(name),
    write(name, text) {
      inMemory.set(name, text);
      known.delete(name);
    },
    put: (file) => void known.set(file.fileName, { file, modified: undefined }),
    changedFiles() {
      const watched = [...known].filter(([, { modified }]) => modified !== undefined);
      return watched.filter(([name, { modified }]) => modifiedAt(name) !== modified).map(([name]) => name);
    },
    // what the notebook asks for is looked up anew: a package installed a minute ago is found
    resolveModuleNameLiterals(literals, from, redirected, _options, file) {
      const found = stable(from) ? resolvedModules(file) : undefined;
      const cache = stable(from) ? resolutions : undefined;
      return literals.map(
        ({ text }) =>
          seldom(text) ??
          found?.get(text, undefined) ??
          typescript.resolveModuleName(text, from, options, host, cache, redirected),
      );
    },
    getModuleResolutionCache: () => withoutLibraryParts(resolutions),
    getDefaultLibFileName: () => `${libFolder}/lib.d.ts`,
    getDefaultLibLocation: () => libFolder,
    getCurrentDirectory: () => folder,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => inMemory.has(name) || disk(name).fileExists(name),
    readFile: read,
    directoryExists: (name) => disk(name).directoryExists(name),
    getDirectories: (name) => sys.getDirectories(name),
    realpath: (name) => sys.realpath?.(name) ?? name,
    writeFile(name) {
      throw new Error(`the compiler wants to write ${name}`);
    },
  };
  return host;
}

/** Answers at once that no package replaces parts of the standard library, or the compiler looks for all sixty. */
function withoutLibraryParts(cache: ts.ModuleResolutionCache): ts.ModuleResolutionCache {
  const none = { resolvedModule: undefined, failedLookupLocations: [] };
  const answers: Pick<ts.ModuleResolutionCache, "getFromDirectoryCache"> = {
    getFromDirectoryCache: (name, ...rest) =>
      name.startsWith("@typescript/lib-") ? none : cache.getFromDirectoryCache(name, ...rest),
  };
  return Object.assign(Object.create(cache), answers);
}
