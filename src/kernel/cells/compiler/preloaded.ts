import { statSync } from "node:fs";
import type ts from "@tslab/typescript-for-tslab";
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
}

const key = Symbol.for("voiplab.preloaded");
type Home = typeof globalThis & { [key]?: Preloaded };

export function keepPreloaded(preloaded: Preloaded): void {
  (globalThis as Home)[key] = preloaded;
}

export function findPreloaded(): Preloaded | undefined {
  return (globalThis as Home)[key];
}

/** When a file was changed last; undefined if it is not there. */
export function modifiedAt(name: string): number | undefined {
  return statSync(name, { throwIfNoEntry: false })?.mtimeMs;
}
