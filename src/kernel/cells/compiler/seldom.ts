import { isBuiltin } from "node:module";
import { join } from "node:path";

/**
 * Modules of Node's that no other of its modules mentions and few notebooks import, by what declares them: a third of
 * Node's types, which every kernel would hold in memory.
 */
const declaring = new Map([
  ["assert", "assert.d.ts"],
  ["assert/strict", "assert/strict.d.ts"],
  ["child_process", "child_process.d.ts"],
  ["cluster", "cluster.d.ts"],
  ["dgram", "dgram.d.ts"],
  ["diagnostics_channel", "diagnostics_channel.d.ts"],
  ["domain", "domain.d.ts"],
  ["http2", "http2.d.ts"],
  ["https", "https.d.ts"],
  ["inspector", "inspector.generated.d.ts"],
  ["punycode", "punycode.d.ts"],
  ["repl", "repl.d.ts"],
  ["test", "test.d.ts"],
  ["test/reporters", "test.d.ts"],
  ["trace_events", "trace_events.d.ts"],
  ["v8", "v8.d.ts"],
  ["wasi", "wasi.d.ts"],
  ["zlib", "zlib.d.ts"],
]);

/** What Node's types take from those of the client that is Node's `fetch`. */
const fetching = ["fetch", "file", "formdata", "websocket"]
  .map((one) => `export * from "./${one}";`)
  .join("\n");

/** What declares a module that is left out of Node's types until it is imported. */
export function seldomFile(typesFolder: string, specifier: string): string | undefined {
  const file = declaring.get(specifier.replace(/^node:/, ""));
  return file && join(typesFolder, "node", file);
}

/** The text of a declaration file; of those that list others, without what is left out. */
export function withoutSeldom(typesFolder: string, name: string, text: string): string {
  if (name === join(typesFolder, "../undici-types/index.d.ts")) return fetching;
  const isList = name.startsWith(join(typesFolder, "node/")) && name.endsWith("/index.d.ts");
  if (!isList) return text;
  const left = new Set(declaring.values());
  return text.replace(/^\/\/\/ <reference path="(?:\.\.\/)?(.+?)" \/>$/gm, (line, file: string) =>
    left.has(file) ? "" : line,
  );
}

/** A module's name that is being written. */
const SPECIFIER = /\b(?:from|import|require)\b[\s(]*["']([\w:]*)$/;

/** What could be written at a place in a cell; where that is a module's name, those that are left out too. */
export function withSeldomNames(candidates: string[], code: string, position: number): string[] {
  const [, before] = SPECIFIER.exec(code.slice(0, position)) ?? [];
  if (before === undefined) return candidates;
  const typed = before + /^[\w:/]*/.exec(code.slice(position));
  const names = [...declaring.keys()].flatMap((name) => [name, `node:${name}`]);
  const meant = names.filter((name) => name.startsWith(typed) && isBuiltin(name));
  return [...new Set([...candidates, ...meant])].sort((one, other) => one.localeCompare(other));
}
