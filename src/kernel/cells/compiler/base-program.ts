import type ts from "@tslab/typescript-for-tslab";

/** A source file with what the compiler knows of it and does not publish. */
interface AnyFile extends ts.SourceFile {
  path: string;
  resolvedPath: string;
  originalFileName: string;
  nodeCount: number;
}

/** A type checker as a program uses its own. */
interface Checker extends ts.TypeChecker {
  getDiagnostics(file?: ts.SourceFile, ...rest: unknown[]): ts.Diagnostic[];
}

/** Syntax nodes of cells that a checker may have seen: it forgets none of them. */
const ENOUGH = 30_000;

/** Names unknown to a checker for which it suggests another; for those after them it does not look for one. */
const SUGGESTIONS = 10;
/** Its messages about unknown names. */
const unknownName = new Set([2304, 2503, 2552]);

/**
 * A program whose checker lasts longer than one cell. To merge the declarations of four hundred files takes longer
 * than to check a cell, and a program checks and emits a file that it never heard of as well as one of its own.
 */
export class BaseProgram {
  #taken = 0;
  #nodes = 0;
  #unknownNames = 0;

  /** @param asked files that were asked for by name, be they in the program or, untyped, not */
  constructor(
    readonly program: ts.Program,
    private readonly asked: ReadonlySet<string>,
  ) {
    const checker = program.getTypeChecker() as Checker;
    const { getDiagnostics } = checker;
    // those of earlier cells are still there: a checker keeps them by name, and all cells have the same
    checker.getDiagnostics = (file, ...rest) => {
      const own = getDiagnostics(file, ...rest).filter((one) => !file || !one.file || one.file === file);
      this.#unknownNames += own.filter(({ code }) => unknownName.has(code)).length;
      return own;
    };
  }

  /** Whether it is time for a new one. */
  get isFull(): boolean {
    return this.#nodes > ENOUGH || this.#unknownNames >= SUGGESTIONS;
  }

  /** Whether an import that is resolved to this file finds here what it would find in a program of its own. */
  has(fileName: string): boolean {
    return this.asked.has(fileName) || this.program.getSourceFile(fileName) !== undefined;
  }

  /** Takes in a file that is bound. Two of the same path would be taken for one where they have the same error. */
  take(file: ts.SourceFile): void {
    const any = file as AnyFile;
    any.path = `${file.fileName}#${++this.#taken}`;
    any.resolvedPath = any.originalFileName = file.fileName;
    this.#nodes += any.nodeCount;
  }
}
