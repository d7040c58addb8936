import { dirname, join } from "node:path";
import type ts from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./typescript.js";

/** What the kernel itself puts into every cell. */
const kernelNames = `
  /** How a value is shown: under an id that a later call can update. */
  interface DisplayOptions {
    /** Names this output, so that a later \`display(value, { id, update: true })\` replaces it. */
    id?: string;
    /** Replaces the outputs of the same \`id\` instead of adding one. */
    update?: boolean;
  }
  /** Shows any value below the cell, by its \`Symbol.for("Jupyter.display")\` method or as a MIME bundle if it has one. */
  function display(value: unknown, options?: DisplayOptions): Promise<void>;
  /** Removes the cell's output so far; with \`wait\`, only when the next output comes. */
  function clearOutput(wait?: boolean): void;
  /** The same items for a loop, with a bar below the cell: \`for (const call of progress(capture.calls, "calls"))\`. */
  function progress<T>(items: Iterable<T>, label?: string): Iterable<T>;
  function progress<T>(items: AsyncIterable<T>, label?: string): AsyncIterable<T>;
  /** Asks the reader for a line of text. */
  function input(prompt?: string, options?: { password?: boolean }): Promise<string>;
`;

/**
 * Declarations that make every export of a module a global of the cells, and the kernel's own names with them.
 * Aliases carry values, types, generics and documentation alike.
 */
export function globalDeclarations(typescript: TypeScript, module: string): string {
  const aliases = [...exportedNames(typescript, module)].map(
    (name) => `  export import ${name} = library.${name};`,
  );
  const source = aliases.length > 0 ? `import * as library from ${JSON.stringify(module)};` : "";
  return `${source}\ndeclare global {${kernelNames}${aliases.join("\n")}\n}\nexport {};\n`;
}

/** Names that a declaration file exports, itself or by `export *`; read from its text, since that is quick. */
function exportedNames(
  typescript: TypeScript,
  file: string,
  found = new Set<string>(),
  seen = new Set<string>(),
) {
  const text = typescript.sys.readFile(file);
  if (text === undefined || seen.has(file)) return found;
  seen.add(file);
  for (const statement of typescript.createSourceFile(file, text, typescript.ScriptTarget.ES2022)
    .statements) {
    if (!typescript.isExportDeclaration(statement)) {
      for (const name of declaredNames(typescript, statement)) found.add(name);
    } else if (!statement.exportClause) {
      const from = statement.moduleSpecifier as ts.StringLiteral;
      exportedNames(typescript, join(dirname(file), from.text.replace(/\.js$/, ".d.ts")), found, seen);
    } else if (typescript.isNamespaceExport(statement.exportClause)) {
      found.add(statement.exportClause.name.text);
    } else {
      for (const { name } of statement.exportClause.elements) found.add(name.text);
    }
  }
  found.delete("default");
  return found;
}

function declaredNames(typescript: TypeScript, statement: ts.Statement): string[] {
  const flags = typescript.getCombinedModifierFlags(statement as unknown as ts.Declaration);
  if (!(flags & typescript.ModifierFlags.Export)) return [];
  if (typescript.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
  }
  const { name } = statement as ts.Statement & { name?: ts.Identifier };
  return name ? [name.text] : [];
}
