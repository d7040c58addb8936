import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adviceOn } from "../../src/kernel/advice.js";
import { type Run, TestKernel } from "./client.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
});
afterAll(() => kernel.stop());

const traceback = ({ of }: Run) => of("error")[0].traceback.map(stripVTControlCharacters);

describe("an error", () => {
  it("names the lines of the cell as written, marks the place, and shows nothing of the kernel", async () => {
    const code = `interface Shape { a: number }

function deep(shape: Shape): never {
  throw new TypeError("boom " + shape.a);
}
type Unused = string;
deep({ a: 1 });`;
    const run = await kernel.run(code);
    const label = `In[${run.reply.execution_count}]`;
    expect(run.of("error")[0]).toMatchObject({ ename: "TypeError", evalue: "boom 1" });
    expect(run.reply).toMatchObject({ status: "error", ename: "TypeError", evalue: "boom 1" });
    expect(traceback(run)).toEqual([
      "TypeError: boom 1",
      '4 │   throw new TypeError("boom " + shape.a);',
      "  │         ^",
      `    at deep (${label}:4:9)`,
      `    at ${label}:7:1`,
    ]);
  });

  it("after an await, and from an earlier cell's function, finds its cell", async () => {
    const first = await kernel.run(
      "async function later() {\n  await null;\n  throw new RangeError('later');\n}",
    );
    const run = await kernel.run("\nawait later();");
    expect(traceback(run).at(3)).toBe(`    at later (In[${first.reply.execution_count}]:3:9)`);
  });

  it("in a file of the notebook's own has its place there, and that of the call", async () => {
    writeFileSync(
      join(kernel.folder, "shapes.ts"),
      "export interface Shape { size: number }\n\nexport function grow(shape: Shape): number {\n  if (shape.size > 1) throw new RangeError('grown');\n  return 2;\n}\n",
    );
    const run = await kernel.run('import { grow } from "./shapes";\n\ngrow({ size: 2 });');
    expect(traceback(run)).toEqual([
      "RangeError: grown",
      "4 │   if (shape.size > 1) throw new RangeError('grown');",
      "  │                             ^",
      "    at grow (shapes.ts:4:29)",
      `    at In[${run.reply.execution_count}]:3:5`,
    ]);
  });

  it.each([
    ["renamed when its stack was known", "e.stack; e.name = 'Named'; e.message = 'new';", "Named: new"],
    ["of many lines", "e.message = 'one\\n    at two';", "Error: one\n    at two"],
  ])("%s shows its line once", async (_, change, heading) => {
    const code = `const e = new Error("old"); ${change}\nthrow e;`;
    const run = await kernel.run(code);
    expect(traceback(run).slice(0, 3)).toEqual([heading, `1 │ ${code.split("\n")[0]}`, "  │           ^"]);
    expect(traceback(run).join("\n")).not.toContain("throw e");
  });

  it("of a class of one's own is called as the class; all of several are told", async () => {
    const own = await kernel.run('class Refused extends Error {}\nthrow new Refused("no")');
    expect([own.reply.ename, traceback(own)[0]]).toEqual(["Refused", "Refused: no"]);
    const all = await kernel.run('await Promise.any([Promise.reject(new Error("e1"))])');
    expect(traceback(all).join("\n")).toMatch(
      /^AggregateError: .* \{\n {2}\[errors\]: \[\n {4}Error: e1\n.*\n {2}\]\n\}$/s,
    );
  });

  it("of a function that calls itself without end shows its line a few times", async () => {
    const run = await kernel.run("function f(): number {\n  return 1 + f();\n}\nf()");
    expect(run.reply.ename).toBe("RangeError");
    expect(traceback(run).length).toBeLessThan(10);
    expect(traceback(run).at(-1)).toBe("    …");
  });

  it("of a module that is not there names the module, and no file of the kernel's", async () => {
    const run = await kernel.run('require("./nowhere")');
    expect(traceback(run)[0]).toBe("Error: Cannot find module './nowhere'");
    expect(traceback(run).join("\n")).not.toContain("src.js");
  });

  it("that cannot be looked at is an error all the same", async () => {
    const { reply } = await kernel.run(
      'throw Object.defineProperty(new Error("x"), "name", { get() { throw 1; } })',
    );
    expect([reply.status, reply.ename]).toEqual(["error", "thrown"]);
  });

  it("tells the cause, and what libraries hang on it", async () => {
    const run = await kernel.run(
      'throw Object.assign(new Error("outer", { cause: new Error("inner") }), { code: "E1" })',
    );
    expect(traceback(run).join("\n")).toMatch(/code: 'E1'.*\[cause\]: Error: inner/s);
  });

  it("may be anything thrown", async () => {
    expect((await kernel.run('throw "just text"')).of("error")[0].evalue).toBe("just text");
    expect((await kernel.run("throw { a: 1 }")).of("error")[0].evalue).toBe("{ a: 1 }");
    expect((await kernel.run("throw undefined")).of("error")[0].evalue).toBe("undefined");
  });

  it("of the compiler keeps the cell from running, and has its place", async () => {
    const run = await kernel.run('console.log("ran");\nconst size: number = "abc";');
    expect(run.text()).toBe("");
    expect(traceback(run)).toEqual([
      "TS2322: Type 'string' is not assignable to type 'number'.",
      '2 │ const size: number = "abc";',
      "  │       ^",
      `    at In[${run.reply.execution_count}]:2:7`,
      `→ ${adviceOn(2322)}`,
    ]);
    expect((await kernel.run("const text: string = undefined;")).reply.ename).toBe("TS2322");
    expect((await kernel.run("let a = = 1;")).reply.evalue).toBe("Expression expected.");
  });

  it("that no cell waits for is shown below the cell that it comes from", async () => {
    const thrown = await kernel.execute('setTimeout(() => { throw new Error("from a timer") }, 1); 0');
    const rejected = await kernel.execute(
      'setTimeout(() => { Promise.reject(new Error("rejected")) }, 1); 0',
    );
    const parentOf = (evalue: string) =>
      kernel.received.find(({ content }) => content.evalue === evalue)?.parent;
    await kernel.until(() => parentOf("from a timer") !== undefined && parentOf("rejected") !== undefined);
    expect([parentOf("from a timer"), parentOf("rejected")]).toEqual([thrown, rejected]);
  });

  it("aborts the cells that wait behind it, unless stop_on_error is false", async () => {
    const queue = (first: object) =>
      [
        kernel.execute("await null; throw new Error('stop')", first),
        kernel.execute("1"),
        kernel.run("2"),
      ] as const;
    const finish = async ([a, b, c]: ReturnType<typeof queue>) =>
      [await kernel.finish(await a), await kernel.finish(await b), await c].map(({ reply }) => reply.status);
    expect(await finish(queue({}))).toEqual(["error", "aborted", "aborted"]);
    expect(await finish(queue({ stop_on_error: false }))).toEqual(["error", "ok", "ok"]);
    expect((await kernel.run("3")).reply.status).toBe("ok");
  });
});
