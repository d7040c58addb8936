import { createRequire } from "node:module";
import type { CompilerOptions } from "@tslab/typescript-for-tslab";
import { describe, expect, it } from "vitest";
import {
  cellOptions,
  converterOptions,
  sameOptions,
  scriptOptions,
} from "../../../src/kernel/cells/compiler/options.js";
import { makeScript } from "../../../src/kernel/cells/compiler/script.js";

/*
 * What the kernel relies on inside tslab and its TypeScript. When one of these fails after an update, the sentence
 * says what broke; src/kernel/cells/ is where it is used.
 */
const require = createRequire(import.meta.url);
const converterFile = require.resolve("tslab/dist/converter.js");
const there = createRequire(converterFile);
const ts = there("@tslab/typescript-for-tslab");
const { createExecutor } = there("./executor.js");

describe("tslab", () => {
  it("is the version that was read", () => {
    expect(there("../package.json").version).toBe("1.0.22");
    expect(there("@tslab/typescript-for-tslab/package.json").version).toBe("5.0.4");
  });

  it("brings Node's types", () => {
    expect(there.resolve("@types/node/package.json")).toContain("@types/node");
  });
});

describe("its TypeScript", () => {
  it.each([
    "bindSourceFile",
    "getPreEmitDiagnosticsOfFiles",
    "createModuleResolutionCache",
    "transformModule",
  ])("has %s", (name) => {
    expect(typeof ts[name]).toBe("function");
  });

  it("keeps parse errors on the file", () => {
    const { parseDiagnostics } = ts.createSourceFile("a.ts", "let a = = 1", ts.ScriptTarget.ES2022);
    expect(parseDiagnostics[0]).toMatchObject({ code: 1109, start: 8 });
  });

  it("checks and emits a file with a program that never heard of it", () => {
    const file = (name: string, text: string) =>
      Object.assign(ts.createSourceFile(name, text, ts.ScriptTarget.ES2022), { path: name });
    const options = { noLib: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022 };
    const first = file("a.d.ts", "interface Own { size: number } declare const own: Own;");
    const program = ts.createProgram({
      rootNames: ["a.d.ts"],
      options,
      host: { ...ts.createCompilerHost(options), getSourceFile: () => first },
    });
    const cell = file("cell.ts", "export const { size }: { size: string } = own;");
    ts.bindSourceFile(cell, options);
    const checker = program.getTypeChecker();
    expect(checker.getDiagnostics(cell).map(({ code }: { code: number }) => code)).toContain(2322);
    let script = "";
    program.emit(cell, (_: string, text: string) => {
      script = text;
    });
    expect(script).toContain("export const { size } = own;");
  });

  it("makes a script of a module while it compiles it as it would afterwards", () => {
    const text = `
      import { join } from "node:path";
      import type { Stats } from "node:fs";
      export let made: string = join("a", "b");
      function again(): void { made += "!"; [made] = ["c"]; }
      enum Kind { A, B }
      class Thing { kind = Kind.B; }
      export { again, Thing as Renamed };
      export default await import("node:os");`;
    const target = ts.ScriptTarget.ES2022;
    const module = { target, module: ts.ModuleKind.ESNext, noLib: true, noResolve: true };
    const compile = (after: unknown[]) => {
      const host = {
        ...ts.createCompilerHost(module),
        getSourceFile: (name: string) =>
          name === "a.ts" ? ts.createSourceFile(name, text, target) : undefined,
      };
      let script = "";
      const write = (_: string, written: string) => {
        script = written;
      };
      const program = ts.createProgram({ rootNames: ["a.ts"], options: module, host });
      program.emit(undefined, write, undefined, false, { after });
      return script;
    };
    const afterwards = ts.transpileModule(compile([]), { compilerOptions: scriptOptions(ts) });
    expect(compile([makeScript(ts)])).toBe(afterwards.outputText);
  });
});

/** The converter over another TypeScript than its own. */
function converterOver(changes: object) {
  const cached = there.cache[there.resolve("@tslab/typescript-for-tslab")] as NodeJS.Module;
  cached.exports = { ...ts, ...changes };
  delete there.cache[converterFile];
  try {
    return there("./converter.js").createConverter();
  } finally {
    cached.exports = ts;
  }
}

describe("the converter", () => {
  it("asks for the options that a frame is made with beforehand", () => {
    let asked: CompilerOptions = {};
    converterOver({
      createWatchCompilerHost: (_: string[], options: CompilerOptions) => {
        asked = options;
        return {};
      },
      createWatchProgram: (host: { afterProgramCreate(builder: object): void }) =>
        host.afterProgramCreate({}),
    });
    const places = { converterFile: "", typescriptFile: "", typesFolder: "", modules: {} };
    const ours = (options: CompilerOptions) => cellOptions(ts, options, places);
    expect(sameOptions(ours(asked), ours(converterOptions(ts, "/elsewhere")))).toBe(true);
  });

  it("finds its TypeScript through the module cache, and makes a watch program of two files in the folder", () => {
    const asked: { rootFiles?: string[]; options?: object; sys?: object } = {};
    converterOver({
      createWatchCompilerHost: (rootFiles: string[], options: object, sys: object) =>
        Object.assign(asked, { rootFiles, options, sys }),
      createWatchProgram: (host: { afterProgramCreate(builder: object): void }) =>
        host.afterProgramCreate({}),
    });
    expect(asked.rootFiles?.map((name: string) => name.split("/").at(-1))).toEqual([
      "__prev__.d.ts",
      "__tslab__.ts",
    ]);
    expect(asked.options).toMatchObject({
      declaration: true,
      module: ts.ModuleKind.ESNext,
      outDir: "outDir",
    });
  });

  it("gives script, declarations, diagnostics and the last expression's name", () => {
    const small = { lib: ["lib.es2015.d.ts"], types: [] };
    const converter = converterOver({
      createWatchCompilerHost: (files: string[], options: object, ...rest: unknown[]) =>
        ts.createWatchCompilerHost(files, { ...options, ...small }, ...rest),
    });
    const { output, declOutput, lastExpressionVar, hasToplevelAwait } = converter.convert(
      "",
      "let a = 1; await 0; a + 1",
    );
    expect(output).toContain(`exports.${lastExpressionVar} = a + 1`);
    expect(declOutput).toBe("declare let a: number;\n");
    expect(hasToplevelAwait).toBe(true);
    const { diagnostics } = converter.convert("", "let b: number = 'x';");
    expect(diagnostics[0]).toMatchObject({
      code: 2322,
      start: { line: 0, character: 4 },
      messageText: expect.any(String),
    });
    converter.close();
  });
});

describe("the executor", () => {
  const execute = async (converted: object) => {
    const errors: unknown[] = [];
    const node = { convert: () => ({ diagnostics: [], declOutput: "", ...converted }) };
    const console = { log() {}, error: (...values: unknown[]) => errors.push(...values) };
    const executor = createExecutor(process.cwd(), { node, browser: node, close() {} }, console);
    return { ok: await executor.execute("code"), errors, locals: executor.locals };
  };

  it("runs the converter's script and keeps what it exports", async () => {
    const { ok, locals } = await execute({ output: "exports.kept = 41; exports.kept++" });
    expect([ok, locals.kept]).toEqual([true, 42]);
  });

  it("reports what a script throws, before and after an await", async () => {
    expect(await execute({ output: "throw 1" })).toMatchObject({ ok: false, errors: [1] });
    expect(await execute({ output: "await null; throw 2", hasToplevelAwait: true })).toMatchObject({
      errors: [2],
    });
  });

  it("puts its own words around the script on the script's first and last line only", async () => {
    const { errors } = await execute({ output: "\nthrow new Error('here')\n//# sourceURL=a-cell" });
    expect((errors[0] as Error).stack).toContain(":2:7");
  });
});
