import type ts from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./typescript.js";

/** A node with what the parser puts on it and does not publish. */
type AnyNode = Omit<ts.Node, "parent"> & {
  parent: ts.Node;
  jsDoc?: { parent: unknown }[] | undefined;
  symbol?: ts.Symbol;
  escapedText?: string;
  text?: string;
};

/** `SymbolFlags.Variable` */
const VARIABLE = 3;

/** A source file likewise. */
type AnyFile = ts.SourceFile & { pragmas: Map<string, unknown>; identifiers: Map<string, string> };

/**
 * Takes from declaration files what only their readers need, since they stay in memory for as long as a kernel runs:
 * comments and texts, which are read again from the disk when somebody asks for them.
 */
export function createSlimmer(typescript: TypeScript) {
  const documented: AnyNode[] = [];
  const files: ts.SourceFile[] = [];
  /** A list that is read when somebody looks into it: with an accessor in its place a node would take ten times the memory. */
  const documentation: ProxyHandler<Unread> = {
    get({ node }, key) {
      if (node.jsDoc instanceof Unread) readDocumentation(node.getSourceFile());
      return Reflect.get(node.jsDoc ?? [], key);
    },
  };

  const lazyText: PropertyDescriptor & ThisType<ts.SourceFile> = {
    configurable: true,
    enumerable: true,
    get() {
      const value = typescript.sys.readFile(this.fileName) ?? "";
      Object.defineProperty(this, "text", { value, writable: true });
      return value;
    },
  };

  function readDocumentation(file: ts.SourceFile): void {
    const again = typescript.createSourceFile(file.fileName, file.text, file.languageVersion);
    typescript.bindSourceFile(again, {});
    const [own, fresh] = [nodesOf(file), nodesOf(again)];
    for (const [i, { jsDoc }] of fresh.entries()) {
      const node = own[i] as AnyNode;
      for (const one of jsDoc ?? []) one.parent = node;
      if (jsDoc) node.jsDoc = jsDoc;
    }
  }

  function nodesOf(file: ts.SourceFile): AnyNode[] {
    const found: AnyNode[] = [];
    const visit = (node: ts.Node) => {
      found.push(node as unknown as AnyNode);
      typescript.forEachChild(node, visit);
    };
    visit(file);
    return found;
  }

  return {
    /** Prepares a file that was parsed and is not bound: what is to go must not leave traces. */
    parsed(file: ts.SourceFile): void {
      for (const node of nodesOf(file)) {
        if (node.kind !== file.kind) internNames(node);
        if (!node.jsDoc) continue;
        documented.push(node);
        node.jsDoc = undefined; // deleted, it would leave a table of names behind
      }
      const { referencedFiles, typeReferenceDirectives, libReferenceDirectives } = file;
      for (const one of [...referencedFiles, ...typeReferenceDirectives, ...libReferenceDirectives])
        one.fileName = interned(one.fileName);
      const any = file as AnyFile;
      any.pragmas = new Map();
      any.identifiers = new Map();
      files.push(file);
    },
    /** Slims all files, which are bound by now. */
    finish(): void {
      for (const node of documented) node.jsDoc = new Proxy(new Unread(node), documentation);
      for (const file of files) {
        for (const node of nodesOf(file)) dropExports(node);
        if (typescript.sys.readFile(file.fileName) === file.text)
          Object.defineProperty(file, "text", lazyText);
      }
      documented.length = files.length = 0;
    },
  };
}

/** Stands for the documentation of a node. */
class Unread extends Array<{ parent: unknown }> {
  constructor(readonly node: AnyNode) {
    super();
  }
}

/** The binder gives each variable a table of exports, for what JavaScript may hang on it. */
function dropExports({ symbol }: AnyNode): void {
  if (symbol?.exports?.size === 0 && (symbol.flags & ~VARIABLE) === 0) symbol.exports = undefined;
}

/** An identifier has its name in one field, a literal its text in another. */
function internNames(node: AnyNode): void {
  for (const name of ["escapedText", "text"] as const) {
    const value = Object.hasOwn(node, name) ? node[name] : undefined;
    if (typeof value === "string") node[name] = interned(value);
  }
}

/** The same characters once for all files: a name cut out of a file's text keeps the whole text in memory. */
function interned(text: string): string {
  return Object.keys({ [text]: true })[0] as string;
}
