import { dirname } from "node:path";
import type ts from "@tslab/typescript-for-tslab";
import { BaseProgram } from "./base-program.js";
import type { CellHost } from "./host.js";
import { type ImportingFile, mentionsFiles, resolvedModules } from "./resolved.js";
import type { TypeScript } from "./typescript.js";

/** Makes the programs of cells, of one base as long as it holds all that they import. */
export interface BasePrograms {
  /** The program of a cell and of the declarations before it, which are bound. */
  programOf(earlier: ts.SourceFile, cell: ts.SourceFile, otherRoots: readonly string[]): ts.Program;
  /** The base of the latest cell. */
  current(): BaseProgram | undefined;
  /** A file changed, or a checker was left in the middle of its work: the next base is a new one. */
  drop(): void;
}

export function createBasePrograms(
  typescript: TypeScript,
  options: ts.CompilerOptions,
  host: CellHost,
  { first, onProgram }: { first: BaseProgram | undefined; onProgram(program: ts.Program): void },
): BasePrograms {
  const alone = { ...options, lib: undefined, noLib: true, noResolve: true, types: [] };
  /** What cells ever imported: what a package declares globally is there for the cells after it too. */
  const specifiers = new Set<string>();
  const imported = new Set<string>();
  let base = first;
  let latest: ts.Program | undefined = first?.program;

  /** Resolves the imports of a file, but does not read them. */
  function prepare(file: ImportingFile): void {
    if (file.imports) return;
    if (mentionsFiles(file.text)) {
      typescript.createProgram({ rootNames: [file.fileName], options: alone, host });
    } else {
      Object.assign(file, { imports: [], moduleAugmentations: [], ambientModuleNames: [] });
    }
  }

  function createBase(
    cell: string,
    files: readonly ImportingFile[],
    otherRoots: readonly string[],
  ): BaseProgram {
    for (const file of files) {
      for (const { text } of file.imports ?? []) specifiers.add(text);
      for (const name of importedFiles(file)) imported.add(name);
    }
    const rootNames = specifiers.size > 0 ? [importerBeside(cell), ...otherRoots] : otherRoots;
    latest = typescript.createProgram({ rootNames, options, host, oldProgram: latest });
    onProgram(latest);
    return new BaseProgram(latest, imported);
  }

  /** A file that imports it all, beside the cell, so that paths lead where they lead from there. */
  function importerBeside(cell: string): string {
    const name = `${dirname(cell)}/__imports__.d.ts`;
    host.write(name, [...specifiers].map((one) => `import ${JSON.stringify(one)};`).join("\n"));
    return name;
  }

  return {
    programOf(earlier, cell, otherRoots) {
      const files = [earlier, cell];
      for (const file of files) prepare(file);
      const holds = base && !base.isFull && files.flatMap(importedFiles).every((name) => base?.has(name));
      if (!base || !holds) base = createBase(cell.fileName, files, otherRoots);
      for (const file of files) base.take(file);
      return withFiles(base.program, files);
    },
    current: () => base,
    drop() {
      base = undefined;
    },
  };
}

/** A program that gives files of its own by name, and is another in all else. */
function withFiles(program: ts.Program, files: readonly ts.SourceFile[]): ts.Program {
  const own = new Map(files.map((file) => [file.fileName, file]));
  const changed: Pick<ts.Program, "getSourceFile"> = {
    getSourceFile: (name) => own.get(name) ?? program.getSourceFile(name),
  };
  return Object.assign(Object.create(program), changed);
}

/** Files that imports are resolved to; what is not found is either a module that Node's types declare or an error. */
function importedFiles(file: ImportingFile): string[] {
  return (file.imports ?? []).flatMap(({ text }) => {
    const found = resolvedModules(file)?.get(text, undefined)?.resolvedModule;
    return found ? [found.resolvedFileName] : [];
  });
}
