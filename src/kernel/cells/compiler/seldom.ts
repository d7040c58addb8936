import { join } from "node:path";

/**
 * Modules of Node's that no other of its modules mentions and few notebooks import, by what declares them: a quarter
 * of Node's types, which every kernel would hold in memory.
 */
const declaring = new Map([
  ["cluster", "cluster.d.ts"],
  ["http2", "http2.d.ts"],
  ["https", "https.d.ts"],
  ["inspector", "inspector.generated.d.ts"],
  ["repl", "repl.d.ts"],
  ["test", "test.d.ts"],
  ["test/reporters", "test.d.ts"],
]);

/** What declares a module that is left out of Node's types until it is imported. */
export function seldomFile(typesFolder: string, specifier: string): string | undefined {
  const file = declaring.get(specifier.replace(/^node:/, ""));
  return file && join(typesFolder, "node", file);
}

/** The text of a declaration file; that which lists Node's types, without those that are left out. */
export function withoutSeldom(typesFolder: string, name: string, text: string): string {
  const isList = name.startsWith(join(typesFolder, "node/")) && name.endsWith("/index.d.ts");
  if (!isList) return text;
  const left = new Set(declaring.values());
  return text.replace(/^\/\/\/ <reference path="(?:\.\.\/)?(.+?)" \/>$/gm, (line, file: string) =>
    left.has(file) ? "" : line,
  );
}
