import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestKernel } from "../client.js";

let kernel: TestKernel;
beforeAll(async () => {
  kernel = await TestKernel.start();
});
afterAll(() => kernel.stop());

const error = async (code: string) => (await kernel.run(code)).reply.evalue;
const result = (code: string) => kernel.value(code);

describe("cells that one checker checks", () => {
  it("have each their own errors, the same one again too", async () => {
    const wrong = "const n: number = 'one';";
    expect(await error(wrong)).toContain("'string' is not assignable to type 'number'");
    expect(await error(wrong)).toContain("'string' is not assignable to type 'number'");
    expect(await result("1 + 1")).toBe("2");
    expect(await error(`${wrong}\nmissing;`)).toContain("'string' is not assignable");
  });

  it("are not excused by the error of another", async () => {
    await kernel.run("const n: number = 'one';");
    expect(await error("// @ts-expect-error\nconst m = 1;")).toContain("Unused '@ts-expect-error'");
    expect(await result("// @ts-expect-error\nconst k: number = 'one'; k")).toBe("'one'");
  });

  it("have a name suggested for a wrong one, however many were wrong", async () => {
    await kernel.run("const colour = 'red';");
    for (const end of "abcdefghijkl") expect(await error(`colou${end};`)).toContain("Did you mean 'colour'?");
  });

  it("declare a name anew with another type", async () => {
    await kernel.run("let value = 1;");
    await kernel.run("let value = 'text';");
    expect(await result("value.toUpperCase()")).toBe("'TEXT'");
    expect(await error("value.toFixed()")).toContain("toFixed");
  });

  it("import files that were not there when the kernel started, and that change", async () => {
    expect(await error('import { size } from "./later";')).toContain("./later");
    writeFileSync(join(kernel.folder, "later.ts"), "export const size = 1;");
    expect(await result('import { size } from "./later"; size.toFixed(1)')).toBe("'1.0'");
    expect(await result('(await import("./later")).size')).toBe("1");
    writeFileSync(join(kernel.folder, "later.ts"), "export const size = 'large';");
    expect(await error('import { size } from "./later"; size.toFixed(1)')).toContain("toFixed");
  });
});

describe("a module of Node's that is seldom imported", () => {
  it("has its types when a cell imports it", async () => {
    expect(await result('import * as https from "node:https"; typeof https.get')).toBe("'function'");
    expect(await error("const get: number = https.get;")).toContain("IncomingMessage");
    expect(await result('import cluster from "cluster"; cluster.isPrimary')).toBe("true");
    expect(await error('import same from "node:assert/strict"; same.equal(1);')).toContain(
      "Expected 2-3 arguments",
    );
  });

  it("takes no types of fetch with it", async () => {
    expect(await result("new Headers({ via: 'a' }).get('via')")).toBe("'a'");
    expect(await error("const answer: number = fetch('http://a');")).toContain("Promise<Response>");
  });
});
