/*
 * Becomes a start-up snapshot of Node: a process started from it finds TypeScript loaded, its functions compiled and
 * the declarations that every cell needs parsed. It is bundled with TypeScript, since the program of a snapshot may
 * not require packages. argv: the package's dist folder, then the compiler's places as JSON.
 */
import { dirname, join } from "node:path";
import { startupSnapshot } from "node:v8";
import ts from "@tslab/typescript-for-tslab";
import { globalDeclarations } from "./declarations.js";
import { MapCollector } from "./maps.js";
import { cellOptions, converterOptions } from "./options.js";
import { type CompilerPlaces, libraryIn } from "./places.js";
import { keepPreloaded, modifiedAt, type Preloaded } from "./preloaded.js";
import { type CellBuilder, createCellProgram } from "./program.js";
import { createSlimmer } from "./slim.js";
import type { TypeScript } from "./typescript.js";

/** A cell that uses what cells use, so that the compiler's functions for it are compiled themselves. */
const sample = `
interface Shape { a: number; b?: string }
const shapes: Shape[] = [{ a: 1 }];
async function total(list: Shape[]) { let sum = 0; for (const { a } of list) sum += a; return sum; }
class Counter { #count = 0; next(): number { return ++this.#count; } }
console.log(\`\${await total(shapes)} \${new Counter().next()}\`);
shapes.map((shape) => shape.b ?? "none").filter(Boolean).length;
export { shapes, total, Counter };
`;

/** Where the sample is said to lie; no such folder need be there. */
const folder = "/notebook";
const typescript = ts as TypeScript;
const [, , dist, places] = process.argv as [string, string, string, string];
keepPreloaded({ typescript, ...compileSample(dist, JSON.parse(places)) });
startupSnapshot.setDeserializeMainFunction(() => {
  const [, program] = process.argv as [string, string];
  // a snapshot's own program has no `import()`, and only the built-in part of `require`
  process.getBuiltinModule("node:module").createRequire(program)(program);
});

/** Compiles the sample, and gives the declarations that took part, and what can compile another cell with them. */
function compileSample(dist: string, places: CompilerPlaces): Omit<Preloaded, "typescript"> {
  const library = libraryIn(dist);
  const [earlier, cell] = [`${folder}/__prev__.d.ts`, `${folder}/__tslab__.ts`];
  const own = new Map([
    [earlier, "export {};"],
    [cell, sample],
  ]);
  let builder: CellBuilder | undefined;
  const host = {
    rootFiles: [earlier, cell],
    options: cellOptions(typescript, converterOptions(typescript, folder), places),
    sys: {
      ...ts.sys,
      getCurrentDirectory: () => folder,
      readFile: (name: string) => own.get(name) ?? ts.sys.readFile(name),
      watchFile: () => ({ close() {} }),
    },
    afterProgramCreate(made: CellBuilder) {
      builder = made;
    },
  };
  const place = {
    libFolder: dirname(places.typescriptFile),
    libraryFolder: library.folder,
    typesFolder: places.typesFolder,
    declarations: new Map([
      [join(library.folder, "cell-globals.d.ts"), globalDeclarations(typescript, library.globals)],
    ]),
  };
  const slimmer = createSlimmer(typescript);
  const slimming: TypeScript = {
    ...typescript,
    createSourceFile(name, ...rest) {
      const file = typescript.createSourceFile(name, ...rest);
      if (!own.has(name)) slimmer.parsed(file);
      return file;
    },
  };
  const cells = createCellProgram(slimming, host, place, new MapCollector());
  const { getProgram, emit } = builder as unknown as CellBuilder;
  const program = getProgram();
  const file = program.getSourceFile(cell);
  ts.getPreEmitDiagnostics(program, file);
  emit(file, () => {});

  slimmer.finish();
  const files: Preloaded["files"] = new Map();
  for (const file of program.getSourceFiles()) {
    const modified = modifiedAt(file.fileName);
    if (modified !== undefined) files.set(file.fileName, { file, modified });
  }
  return { files, base: cells.base() };
}
