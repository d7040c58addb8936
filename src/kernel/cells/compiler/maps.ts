import type ts from "@tslab/typescript-for-tslab";

/** The two source maps of a compiled file: TypeScript → ECMAScript modules → CommonJS. */
export type SourceMaps = [toModule: string, toScript: string];

/** A file of the notebook's own, compiled because a cell imports it. */
export interface OwnFile {
  path: string;
  text: string;
  maps: SourceMaps;
}

/**
 * Collects source maps as they come from the compiler: of each file first the one to its module, then that to its
 * script; the cell's script comes last, after the files that it imports.
 */
export class MapCollector {
  /** Of the cell compiled last. */
  readonly cell: SourceMaps = ["", ""];
  /** By the path that the script runs under. */
  readonly own = new Map<string, OwnFile>();
  #awaited: OwnFile | undefined;

  cellModule(map: string): void {
    this.cell[0] = map;
  }

  ownModule({ fileName, text }: ts.SourceFile, map: string): void {
    this.#awaited = { path: fileName, text, maps: [map, ""] };
    this.own.set(fileName.replace(/\.tsx?$/, ".js"), this.#awaited);
  }

  script(map: string): void {
    (this.#awaited?.maps ?? this.cell)[1] = map;
    this.#awaited = undefined;
  }
}
