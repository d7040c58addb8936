import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

/** Where the tests' kernels are found. */
export const jupyterPath = fileURLToPath(new URL("jupyter", import.meta.url));

/** A cell as a notebook stores it; a string is a code cell. */
export type StoredCell =
  | string
  | { md: string; [field: string]: unknown }
  | { cell_type: string; [field: string]: unknown };

/** Notebooks in a folder of their own, which goes when the tests of the file are over. */
export class NotebookFolder {
  readonly path = mkdtempSync(join(tmpdir(), "voiplab-test-"));

  constructor() {
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** Writes a notebook and gives its path. */
  notebook(name: string, cells: readonly StoredCell[], metadata: object = {}): string {
    return this.file(
      name,
      JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells: cells.map(stored) }),
    );
  }

  /** Writes a file and gives its path. */
  file(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  }

  read(name: string): string {
    return readFileSync(join(this.path, name), "utf8");
  }
}

function stored(cell: StoredCell): object {
  if (typeof cell === "string")
    return { cell_type: "code", source: cell, metadata: {}, outputs: [], execution_count: null };
  if (!("md" in cell)) return cell;
  const { md, ...fields } = cell;
  return { cell_type: "markdown", source: md, metadata: {}, ...fields };
}
