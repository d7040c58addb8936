import type ts from "@tslab/typescript-for-tslab";
import { BaseProgram } from "./base-program.js";
import type { TypeScript } from "./typescript.js";

/** What the checker wants to exist before it starts; a script is only rewritten, so that nothing has members. */
const nothing = [
  "Array<T>",
  "ReadonlyArray<T>",
  "ThisType<T>",
  "Boolean",
  "CallableFunction",
  "Function",
  "IArguments",
  "NewableFunction",
  "Number",
  "Object",
  "RegExp",
  "String",
];

/**
 * Does what `ts.transpileModule` does for a script (ECMAScript modules → CommonJS), in half its time: that one also
 * type-checks the script, and looks for a standard library that it was told not to load.
 */
export function createScriptCompiler(typescript: TypeScript) {
  const { ES2022 } = typescript.ScriptTarget;
  const names = { script: "script.js", library: "library.d.ts", map: "script.js.map" };
  const library = unchecked(
    typescript.createSourceFile(
      names.library,
      nothing.map((name) => `interface ${name} {}`).join("\n"),
      ES2022,
    ),
  );
  const host: ts.CompilerHost = {
    getSourceFile: (name) => (name === names.library ? library : undefined),
    writeFile() {},
    getDefaultLibFileName: () => names.library,
    getCurrentDirectory: () => "",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: () => false,
    readFile: () => undefined,
    directoryExists: () => true,
    getDirectories: () => [],
  };
  let base: BaseProgram | undefined;
  let settings = "";

  return (input: string, given: ts.CompilerOptions): ts.TranspileOutput => {
    const options = { ...given, ...rewriteOnly };
    if (!base || base.isFull || settings !== JSON.stringify(given)) {
      settings = JSON.stringify(given);
      base = new BaseProgram(typescript.createProgram({ rootNames: [names.library], options, host }));
    }
    const script = unchecked(typescript.createSourceFile(names.script, input, ES2022));
    typescript.bindSourceFile(script, options);
    base.take(script);
    const written = new Map<string, string>();
    base.program.emit(script, (name, text) => void written.set(name, text));
    return { outputText: written.get(names.script) ?? "", sourceMapText: written.get(names.map) };
  };
}

/** The last two are internal; `transpileModule` sets them too. */
const rewriteOnly = {
  isolatedModules: true,
  noLib: true,
  noResolve: true,
  skipDefaultLibCheck: true,
  sourceMap: true,
  allowNonTsExtensions: true,
  suppressOutputPathCheck: true,
};

/** The checker leaves files alone that say they bring their own standard library. */
function unchecked(file: ts.SourceFile): ts.SourceFile {
  return Object.assign(file, { hasNoDefaultLib: true });
}
