import { createRequire } from "node:module";
import type ts from "@tslab/typescript-for-tslab";
import { describe, expect, it } from "vitest";
import { createEarlierDeclarations } from "../../../src/kernel/cells/compiler/earlier.js";
import type { TypeScript } from "../../../src/kernel/cells/compiler/typescript.js";

const converter = createRequire(import.meta.url).resolve("tslab/dist/converter.js");
const typescript: TypeScript = createRequire(converter)("@tslab/typescript-for-tslab");

const head = "export {};\n";
const name = "/notebook/__prev__.d.ts";
const printer = typescript.createPrinter({ newLine: typescript.NewLineKind.LineFeed });
const earlierDeclarations = () => createEarlierDeclarations(typescript, name, head, {});

type File = ts.SourceFile & { locals: Map<string, ts.Symbol> };

/** Cuts statements out of a file as tslab does, and names out of a declaration of variables. */
function keep(file: ts.SourceFile, wanted: (statement: string) => boolean, variables = (_: string) => true) {
  const left = file.statements.filter((one) => wanted(one.getText(file)));
  for (const one of left) {
    if (!typescript.isVariableStatement(one)) continue;
    const declarations = one.declarationList.declarations.filter((each) =>
      variables(each.name.getText(file)),
    );
    Object.assign(one.declarationList, { declarations: typescript.factory.createNodeArray(declarations) });
  }
  Object.assign(file, { statements: typescript.factory.createNodeArray(left) });
}

/** The type of a variable that a file declares. */
function typeOf(file: ts.SourceFile, variable: string): string {
  const options = { noLib: true, types: [] };
  const host = { ...typescript.createCompilerHost(options), getSourceFile: () => file };
  const checker = typescript.createProgram({ rootNames: [name], options, host }).getTypeChecker();
  const symbol = (file as File).locals.get(variable) as ts.Symbol;
  return checker.typeToString(checker.getTypeOfSymbolAtLocation(symbol, file));
}

const cells = `/** How large. */
declare const size: number, colour: "red" | "green"; // as painted
declare function show(what: string): void;
declare function show(what: Shape, times?: number): void;
interface Shape {
    /** Its corners. */
    corners: [x: number, y: number][];
}
import { readFileSync, type Stats } from "node:fs";
declare let more: typeof size;
`;
const isNotHead = (statement: string) => statement !== head.trim();

describe("the declarations of earlier cells", () => {
  it("are printed as the printer prints the file", () => {
    const whole = typescript.createSourceFile(name, head + cells, typescript.ScriptTarget.ES2022, true);
    const earlier = earlierDeclarations();
    const file = earlier.fileOf(head + cells);
    for (const one of [whole, file]) keep(one, isNotHead);
    expect(earlier.print(file, printer)).toBe(printer.printFile(whole));
    expect(earlier.print(whole, printer)).toBeUndefined();
  });

  it("stay what they are, below those of the next cell", () => {
    const earlier = earlierDeclarations();
    const file = earlier.fileOf(head + cells) as File;
    const { locals } = file;
    keep(file, isNotHead);
    const shape = locals.get("Shape");
    const text = `${head}declare let added: Shape;\n${earlier.print(file, printer)}`;
    const next = earlier.fileOf(text) as File;
    expect(next.locals.get("Shape")).toBe(shape);
    expect(next.statements[1]?.getText(next)).toBe("declare let added: Shape;");
    keep(next, isNotHead);
    expect(head + earlier.print(next, printer)).toBe(text);
  });

  it("go where the next cell declares them anew", () => {
    const earlier = earlierDeclarations();
    const file = earlier.fileOf(head + cells);
    keep(
      file,
      (one) => isNotHead(one) && !one.startsWith("import"),
      (one) => one !== "colour",
    );
    const text = earlier.print(file, printer);
    expect(text).toContain("declare const size: number;");
    const next = earlier.fileOf(`${head}declare let colour: 7;\n${text}`) as File;
    expect([...next.locals.keys()].toSorted()).toEqual(["Shape", "colour", "more", "show", "size"]);
    expect(typeOf(next, "colour")).toBe("7");
  });

  it("are read anew where the next cell changes what one of them means", () => {
    const earlier = earlierDeclarations();
    const file = earlier.fileOf(
      `${head}declare let corners: Shape["corners"];\ninterface Shape { corners: 1 }\n`,
    );
    expect(typeOf(file, "corners")).toBe("1");
    keep(file, (one) => one.includes("let"));
    const next = earlier.fileOf(`${head}interface Shape { corners: 2 }\n${earlier.print(file, printer)}`);
    expect(typeOf(next, "corners")).toBe("2");
  });
});
