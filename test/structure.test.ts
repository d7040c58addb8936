import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "src");

/** Data flows down: a folder imports only from those before it. */
const ORDER = ["capture", "dissect", "voip", "asterisk", "audio", "display", "api", "course", "files"];
const FACES = ["kernel", "export", "cli"];
/** Rooms that may know the machine they run on. */
const MACHINE = ["files", "setup", ...FACES];

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(ts|mjs|js|css)$/.test(path))
  .map((path) => ({ path: path.replaceAll("\\", "/"), text: readFileSync(join(source, path), "utf8") }));

const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);

/** `import type` is left out of cycles: it is gone before anything runs. */
const IMPORT = /^\s*(?:import|export)\b[^;'"]*?from\s+"([^"]+)"|\bimport\(\s*"([^"]+)"\s*\)/gm;

/** What a file imports: paths from src/ for our own, specifiers for the rest. */
function importsOf({ path, text }: { path: string; text: string }, types = true): string[] {
  const statements = [...text.matchAll(IMPORT)].filter(
    ([whole]) => types || !/^\s*(import|export) type /.test(whole),
  );
  return statements.map(([, from, dynamic]) => {
    const specifier = (from ?? dynamic)!;
    if (!specifier.startsWith(".")) return specifier;
    return relative(source, join(source, dirname(path), specifier))
      .replaceAll("\\", "/")
      .replace(/\.js$/, ".ts");
  });
}

const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

const roomOf = (path: string) => (path.includes("/") ? path.split("/")[0]! : "");

describe("the house", () => {
  it("has the rooms that the picture shows, and no other", () => {
    const rooms = new Set(files.map(({ path }) => roomOf(path)).filter(Boolean));
    expect([...rooms].filter((room) => ![...ORDER, ...FACES, "setup"].includes(room))).toEqual([]);
  });

  it("lets data flow down only", () => {
    const wrong: string[] = [];
    for (const file of files) {
      const room = roomOf(file.path);
      if (room === "" || room === "setup") continue;
      for (const target of importsOf(file)) {
        const other = roomOf(target);
        if (!ORDER.includes(other) && !FACES.includes(other)) continue;
        const allowed = FACES.includes(room)
          ? ORDER.includes(other) || other === room
          : ORDER.indexOf(other) <= ORDER.indexOf(room) && ORDER.includes(other);
        if (!allowed) wrong.push(`${file.path} imports ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("knows of no machine above the faces", () => {
    const wrong = files
      .filter(({ path }) => roomOf(path) !== "" && !MACHINE.includes(roomOf(path)))
      .filter(
        (file) =>
          importsOf(file).some((target) => target.startsWith("node:")) ||
          /\bprocess\.|\bBuffer\b\./.test(code(file.text)),
      );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it("has no circular import", () => {
    const graph = new Map(files.map((file) => [file.path, importsOf(file, false)]));
    const done = new Set<string>();
    const visit = (path: string, trail: string[]): string[] | undefined => {
      if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
      if (done.has(path)) return undefined;
      for (const next of graph.get(path) ?? []) {
        const cycle = visit(next, [...trail, path]);
        if (cycle) return cycle;
      }
      done.add(path);
      return undefined;
    };
    for (const path of graph.keys()) expect(visit(path, [])).toBeUndefined();
  });

  it("keeps files under 300 lines", () => {
    const all = [
      ...files.map(({ path, text }) => ({ path: `src/${path}`, text })),
      ...tests.map((path) => ({
        path: `test/${path}`,
        text: readFileSync(join(root, "test", path), "utf8"),
      })),
    ];
    const long = all.filter(({ text }) => text.split("\n").length > 301).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it("shows in CONTRIBUTING.md a protocol that is really there", () => {
    const shown =
      readFileSync(join(root, "CONTRIBUTING.md"), "utf8").match(/(?<=```ts\n)[\s\S]*?(?=```)/g) ?? [];
    const [protocol, line, test] = shown as [string, string, string];
    const read = (path: string) => readFileSync(join(root, path), "utf8");
    expect(protocol).toBe(read("src/dissect/application/echo.ts"));
    expect(read("src/dissect/protocols.ts")).toContain(`\n${line}`);
    expect(test).toBe(read("test/dissect/application/echo.test.ts"));
  });
});
