import type ts from "@tslab/typescript-for-tslab";

/** What a file's imports were resolved to when it was last part of a program. */
export interface ResolvedModules {
  get(name: string, mode: undefined): ts.ResolvedModuleWithFailedLookupLocations | undefined;
  forEach(visit: (one: ts.ResolvedModuleWithFailedLookupLocations) => void): void;
}

/** A compiler-internal list: the public API has no way from a file to what it imports. */
export function resolvedModules(file: ts.SourceFile): ResolvedModules | undefined {
  return (file as ts.SourceFile & { resolvedModules?: ResolvedModules }).resolvedModules;
}

/** What the compiler collects of a file when it becomes part of a program. */
export interface ImportingFile extends ts.SourceFile {
  /** Undefined before. */
  imports?: readonly ts.StringLiteralLike[];
}

/** Whether there is a word in a text without which it cannot import a file or add to a module. */
export function mentionsFiles(text: string): boolean {
  return /\b(?:import|from|module)\b/.test(text);
}
