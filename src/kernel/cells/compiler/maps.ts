/** A file of the notebook's own, compiled because a cell imports it. */
export interface OwnFile {
  path: string;
  text: string;
  /** The source map of what it was compiled to. */
  map: string;
}

/** Collects source maps as they come from the compiler. */
export class MapCollector {
  /** Of the cell compiled last. */
  cell = "";
  /** By the path that the script runs under. */
  readonly own = new Map<string, OwnFile>();
}
