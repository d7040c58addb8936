import type ts from "@tslab/typescript-for-tslab";
import type { TypeScript } from "./typescript.js";

/** A node with what the parser puts on it and does not publish. */
type AnyNode = Omit<ts.Node, "parent"> & {
  parent: ts.Node;
  jsDoc?: { parent: unknown }[] | undefined;
  escapedText?: string;
  text?: string;
};

/** A source file likewise. */
type AnyFile = ts.SourceFile & { pragmas: Map<string, unknown>; identifiers: Map<string, string> };

/**
 * Takes from declaration files what only their readers need, since they stay in memory for as long as a kernel runs:
 * comments and texts, which are read again from the disk when somebody asks for them.
 */
export function createSlimmer(typescript: TypeScript) {
  const documented: AnyNode[] = [];
  const files: ts.SourceFile[] = [];
  const documentation: PropertyDescriptor & ThisType<AnyNode> = {
    configurable: true,
    enumerable: true,
    get() {
      readDocumentation(this.getSourceFile());
      return this.jsDoc;
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
      if (jsDoc) Object.defineProperty(node, "jsDoc", { value: jsDoc, writable: true, configurable: true });
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
        delete node.jsDoc; // quick and small, since it came last
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
      for (const node of documented) Object.defineProperty(node, "jsDoc", documentation);
      for (const file of files) {
        if (typescript.sys.readFile(file.fileName) === file.text)
          Object.defineProperty(file, "text", lazyText);
      }
      documented.length = files.length = 0;
    },
  };
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
