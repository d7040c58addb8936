import { statSync } from "node:fs";
import type ts from "@tslab/typescript-for-tslab";
import type { BaseProgram } from "./base-program.js";
import { sameOptions } from "./options.js";
import type { TypeScript } from "./typescript.js";

/** A declaration file as parsed and bound, and the state of the file then. */
interface ParsedFile {
  file: ts.SourceFile;
  /** Milliseconds since 1970. */
  modified: number;
}

/** What a start-up snapshot holds, so that a process started from it has a compiler at once. */
export interface Preloaded {
  typescript: TypeScript;
  /** By absolute path. */
  files: Map<string, ParsedFile>;
  /** Of exactly these files: of no use when one of them changed. */
  base: BaseProgram | undefined;
}

const key = Symbol.for("voiplab.preloaded");
type Home = typeof globalThis & { [key]?: Preloaded };

export function keepPreloaded(preloaded: Preloaded): void {
  (globalThis as Home)[key] = preloaded;
}

export function findPreloaded(): Preloaded | undefined {
  return (globalThis as Home)[key];
}

/** The base, if all its files are still as they were, for cells that are compiled with such options. */
export function freshBase(preloaded: Preloaded, options: ts.CompilerOptions): BaseProgram | undefined {
  const { files, base } = preloaded;
  if (!base || !sameOptions(base.program.getCompilerOptions(), options)) return undefined;
  return [...files].every(([name, { modified }]) => modifiedAt(name) === modified) ? base : undefined;
}

/** When a file was changed last; undefined if it is not there. */
export function modifiedAt(name: string): number | undefined {
  return statSync(name, { throwIfNoEntry: false })?.mtimeMs;
}
