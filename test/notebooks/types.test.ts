import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as voiplab from "../../src/index.js";
import { codeOf, lesson, NAMES, textOf } from "./lessons.js";

const root = fileURLToPath(new URL("../..", import.meta.url)).replaceAll("\\", "/");
const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

/** The cells of all lessons, each lesson a function, with the names that a cell knows. */
function program(): string {
  const lessons = NAMES.map((name) => {
    const cells = codeOf(lesson("fr", name)).map(textOf);
    return `async function lesson${name.slice(0, 2)}() {\n${cells.join("\n;")}\n}`;
  });
  const functions = NAMES.map((name) => `lesson${name.slice(0, 2)}`).join(", ");
  return `import { ${Object.keys(voiplab).join(", ")} } from "${root}src/index.js";
declare function display(value: unknown): Promise<void>;
${lessons.join("\n")}
export { ${functions} };
`;
}

test("the cells of all lessons are strict TypeScript", () => {
  const folder = mkdtempSync(join(tmpdir(), "voiplab-lessons-"));
  try {
    const config = {
      extends: join(root, "tsconfig.json"),
      compilerOptions: { noUnusedLocals: false, typeRoots: [join(root, "node_modules/@types")] },
      include: ["cells.ts", join(root, "src/**/*.d.ts")],
    };
    writeFileSync(join(folder, "cells.ts"), program());
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const { stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.split("\n").filter((line) => line.includes("cells.ts"))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
