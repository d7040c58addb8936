import type ts from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./compiler/typescript.js";

/*
 * A cell that ends in the middle keeps what it declared until then; what it did not come to stays as it was. Compiled,
 * a cell begins with `exports.a = exports.b = void 0`, then assigns each variable where it declares it: with that
 * beginning taken away, the cell has come to a declaration when the export is there.
 */

/** TypeScript writes at most 50 names in one statement. */
const BEGINNING =
  /(?<=^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n)(?:exports\.[^\s;]+ = (?:exports\.[^\s;]+ = )*void 0;\n)+/m;

/** A compiled cell that declares its exports one by one, and their names. */
export function declaringOneByOne(script: string): { script: string; names: string[] } {
  const [beginning] = BEGINNING.exec(script) ?? [];
  if (beginning === undefined) return { script, names: [] };
  const names = [...beginning.matchAll(/exports\.(\S+) =/g)].map(([, name]) => name as string);
  return { script: script.replace(BEGINNING, beginning.replace(/.+/g, "")), names };
}

/** The exports of all cells while one runs that may end in the middle. */
export class Declaring {
  private readonly before = new Map<string, unknown>();

  constructor(
    private readonly exports: Record<string, unknown>,
    private readonly names: readonly string[],
  ) {
    for (const name of names) {
      if (!(name in exports)) continue;
      this.before.set(name, exports[name]);
      delete exports[name];
    }
  }

  /** The names that the cell did not come to; they have again the values that they had. */
  giveUp(): Set<string> {
    const missing = new Set(this.names.filter((name) => !(name in this.exports)));
    for (const name of missing) {
      if (this.before.has(name)) this.exports[name] = this.before.get(name);
    }
    return missing;
  }
}

/** The declarations after a cell that ended in the middle: `after` without the names it did not come to, those of `before`. */
export function mergeDeclarations(
  typescript: TypeScript,
  before: string,
  after: string,
  missing: ReadonlySet<string>,
): string {
  if (missing.size === 0) return after;
  return [
    ...pickDeclarations(typescript, after, (name) => !missing.has(name)),
    ...pickDeclarations(typescript, before, (name) => missing.has(name)),
  ].join("\n");
}

function pickDeclarations(typescript: TypeScript, text: string, wanted: (name: string) => boolean): string[] {
  const file = typescript.createSourceFile("declarations.d.ts", text, typescript.ScriptTarget.ES2022, true);
  return file.statements.flatMap((statement) => {
    if (!typescript.isVariableStatement(statement)) {
      return namesOf(typescript, statement).some(wanted) ? [statement.getText()] : [];
    }
    const { declarations, flags } = statement.declarationList;
    const kept = declarations.filter(({ name }) => wanted(name.getText()));
    if (kept.length === 0) return [];
    const kind =
      flags & typescript.NodeFlags.Const ? "const" : flags & typescript.NodeFlags.Let ? "let" : "var";
    return [`declare ${kind} ${kept.map((one) => one.getText()).join(", ")};`];
  });
}

/** The names that a statement of a declaration file declares; an import's are those it is known by here. */
function namesOf(typescript: TypeScript, statement: ts.Statement): string[] {
  if (!typescript.isImportDeclaration(statement)) {
    const { name } = statement as ts.DeclarationStatement;
    return name === undefined ? [] : [name.getText()];
  }
  const { importClause } = statement;
  const bindings = importClause?.namedBindings;
  const names = [importClause?.name];
  if (bindings && typescript.isNamespaceImport(bindings)) names.push(bindings.name);
  else for (const one of bindings?.elements ?? []) names.push(one.name);
  return names.flatMap((name) => (name ? [name.text] : []));
}
