import type ts from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./typescript.js";

/** What is known of a statement of a declaration file. */
interface Known {
  /** Names that it declares. */
  names: string[];
  /** Names that it mentions and does not declare. */
  mentions: ReadonlySet<string>;
  /** How it is printed. */
  text?: string | undefined;
}

/** The statements of a declaration file out of which names are cut. */
export class Statements {
  readonly #typescript: TypeScript;
  readonly #known = new Map<ts.Node, Known>();
  /** How many statements mention a name. */
  readonly #mentioned = new Map<string, number>();

  constructor(typescript: TypeScript) {
    this.#typescript = typescript;
  }

  /** @param locals what a file declares that has just these statements and is bound */
  add(statements: readonly ts.Statement[], locals: ReadonlyMap<string, ts.Symbol>): void {
    for (const statement of statements) {
      const mentions = this.#mentionsIn(statement);
      for (const name of mentions) this.#mentioned.set(name, (this.#mentioned.get(name) ?? 0) + 1);
      this.#known.set(statement, { names: [], mentions });
    }
    for (const [name, { declarations = [] }] of locals) {
      for (const statement of new Set(declarations.map((one) => this.#statementOf(one)))) {
        this.#known.get(statement)?.names.push(name);
      }
    }
  }

  mention(name: string): boolean {
    return this.#mentioned.has(name);
  }

  clear(): void {
    this.#known.clear();
    this.#mentioned.clear();
  }

  /**
   * Takes note of what is left of them, and gives that as text, and the names that are gone.
   *
   * @param before all statements
   * @param left those that are left, in their order; of some, names may have been cut out
   */
  follow(
    before: readonly ts.Statement[],
    left: readonly ts.Statement[],
    print: (statement: ts.Statement) => string,
  ) {
    const gone: string[] = [];
    let text = "";
    let next = 0;
    for (const statement of before) {
      const known = this.#known.get(statement) ?? { names: [], mentions: new Set() };
      if (statement !== left[next]) {
        gone.push(...known.names);
        this.#remove(statement, known);
        continue;
      }
      next++;
      const names = this.#namesLeft(statement) ?? known.names;
      if (names.length < known.names.length) {
        gone.push(...known.names.filter((name) => !names.includes(name)));
        known.names = names;
        known.text = undefined;
      }
      known.text ??= print(statement);
      text += known.text;
    }
    return { text, gone };
  }

  #remove(statement: ts.Statement, { mentions }: Known): void {
    this.#known.delete(statement);
    for (const name of mentions) {
      const others = (this.#mentioned.get(name) ?? 0) - 1;
      if (others > 0) this.#mentioned.set(name, others);
      else this.#mentioned.delete(name);
    }
  }

  #statementOf(declaration: ts.Node): ts.Node {
    let node = declaration;
    while (!this.#typescript.isSourceFile(node.parent)) node = node.parent;
    return node;
  }

  /** The names in a statement out of which tslab cuts names. */
  #namesLeft(statement: ts.Statement): string[] | undefined {
    const typescript = this.#typescript;
    if (typescript.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => textOf(name));
    }
    if (!typescript.isImportDeclaration(statement)) return undefined;
    const { name, namedBindings } = statement.importClause ?? {};
    const names: (ts.Node | undefined)[] = [name];
    if (namedBindings && typescript.isNamespaceImport(namedBindings)) names.push(namedBindings.name);
    else names.push(...(namedBindings?.elements ?? []).map((one) => one.name));
    return names.flatMap((one) => (one ? [textOf(one)] : []));
  }

  #mentionsIn(statement: ts.Statement): Set<string> {
    const found = new Set<string>();
    const visit = (node: ts.Node): void => {
      if (this.#typescript.isIdentifier(node) && isMention(node)) found.add(textOf(node));
      this.#typescript.forEachChild(node, visit);
    };
    visit(statement);
    return found;
  }
}

/** Whether an identifier neither names what is declared around it nor comes after a dot. */
function isMention(node: ts.Identifier): boolean {
  const { name, right } = node.parent as ts.Node & { name?: ts.Node; right?: ts.Node };
  return name !== node && right !== node;
}

function textOf(name: ts.Node): string {
  return String((name as ts.Identifier).escapedText);
}
