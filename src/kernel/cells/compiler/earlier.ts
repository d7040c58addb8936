import type ts from "@tslab/typescript-for-tslab";
import { mentionsFiles } from "./resolved.js";
import { Statements } from "./statements.js";
import type { TypeScript } from "./typescript.js";

/** A source file as the binder leaves it, to be changed here. */
type BoundFile = { -readonly [key in "statements" | "text"]: ts.SourceFile[key] } & {
  fileName: string;
  locals: Map<string, ts.Symbol>;
  lineMap: readonly number[] | undefined;
  imports: readonly ts.Node[] | undefined;
};

/** Characters of declarations that no longer hold, above which all are read anew. */
const ENOUGH = 20_000;

/**
 * The declarations of earlier cells, which tslab hands on from cell to cell as one text: it prints again what a cell
 * does not declare anew, and puts the cell's own declarations above. Here only those are parsed, bound and printed:
 * the rest of the text is known, stays as it is, and the checker knows it already.
 *
 * @param head the line that tslab puts above the text, so that it is a module
 */
export function createEarlierDeclarations(
  typescript: TypeScript,
  name: string,
  head: string,
  options: ts.CompilerOptions,
) {
  const target = options.target ?? typescript.ScriptTarget.ES2022;
  const statements = new Statements(typescript);
  let file: BoundFile | undefined;
  /** What the file stands for, and all its statements, until tslab cuts out of it what is declared anew. */
  let text: string | undefined;
  let whole: readonly ts.Statement[] = [];
  /** How it was printed then, if more can be put above it. */
  let printed: string | undefined;

  function parse(declarations: string): BoundFile {
    const made = typescript.createSourceFile(name, declarations, target);
    typescript.bindSourceFile(made, options);
    return made as unknown as BoundFile;
  }

  function parseAll(declarations: string): BoundFile {
    statements.clear();
    const made = parse(declarations);
    statements.add(made.statements, made.locals);
    return made;
  }

  /** Puts declarations above those that are there; tells whether these mean what they meant. */
  function add(to: BoundFile, declarations: string): boolean {
    const made = parse(declarations);
    const names = [...made.locals.keys()];
    if (names.some((one) => to.locals.has(one) || statements.mention(one))) return false;
    statements.add(made.statements, made.locals);
    for (const statement of made.statements) {
      Object.assign(statement, { parent: to });
      move(typescript, statement, to.text.length);
    }
    for (const [one, symbol] of made.locals) to.locals.set(one, symbol);
    to.statements = typescript.factory.createNodeArray([...made.statements, ...to.statements]);
    to.text += declarations;
    to.lineMap = undefined;
    if (mentionsFiles(declarations)) to.imports = undefined;
    return true;
  }

  function isGrown(wanted: string): boolean {
    if (!file || printed === undefined || !wanted.endsWith(printed)) return false;
    const declarations = wanted.slice(0, wanted.length - printed.length);
    const isLong = file.text.length > ENOUGH + 2 * wanted.length;
    return declarations.startsWith(head) && !isLong && add(file, declarations);
  }

  return {
    /** The file of such a text, parsed and bound. */
    fileOf(wanted: string): ts.SourceFile {
      if (!file || (wanted !== text && !isGrown(wanted))) file = parseAll(wanted);
      text = wanted;
      printed = undefined;
      whole = file.statements;
      return file as unknown as ts.SourceFile;
    },
    /** Prints what tslab left of the file; undefined if it is another file. */
    print(what: ts.SourceFile, printer: ts.Printer): string | undefined {
      if (!file || what !== (file as unknown)) return undefined;
      const { statements: left, locals } = file;
      const print = (statement: ts.Statement) => {
        Object.assign(what, { statements: typescript.factory.createNodeArray([statement]) });
        return printer.printFile(what);
      };
      const followed = statements.follow(whole, left, print);
      file.statements = left;
      text = undefined;
      const symbols = followed.gone.map((one) => locals.get(one));
      for (const one of followed.gone) locals.delete(one);
      // another declaration of the same name may be left
      const isClear = symbols.every((symbol) => symbol?.declarations?.length === 1);
      printed = isClear ? followed.text : undefined;
      return followed.text;
    },
    /** A file that may have been left half cut is read anew. */
    forget(): void {
      file = undefined;
    },
  };
}

/** Moves a node in its file's text. */
function move(typescript: TypeScript, node: ts.Node, by: number): void {
  const moveRange = (range: ts.TextRange) =>
    typescript.setTextRange(range, { pos: range.pos + by, end: range.end + by });
  const moveAll = (nodes: ts.NodeArray<ts.Node>) => {
    moveRange(nodes);
    nodes.forEach(visit);
  };
  const visit = (one: ts.Node): void => {
    moveRange(one);
    for (const each of (one as { jsDoc?: ts.Node[] }).jsDoc ?? []) visit(each);
    typescript.forEachChild(one, visit, moveAll);
  };
  visit(node);
}
