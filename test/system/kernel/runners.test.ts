import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { jupyterEnvironment } from "../../../src/cli/lab/environment.js";
import { installKernel, kernelSpec } from "../../../src/kernel/index.js";
import { temporaryFolder } from "../lesson.js";
import { jupyterPython, root, run } from "../programs.js";

const folder = temporaryFolder();
const env = jupyterEnvironment(folder, { kernelSpec, installKernel });
const python = jupyterPython();
const out = join(folder, "out");
mkdirSync(out);

/** Runs a program that came with Jupyter; throws what it said when it failed. */
const jupyter = (name: string, ...words: string[]) =>
  run(join(python, "..", name), words, { env, cwd: folder });

interface Output {
  output_type: string;
  text?: string[];
  ename?: string;
  traceback?: string[];
}
const outputsOf = (path: string): Output[][] =>
  JSON.parse(readFileSync(path, "utf8"))
    .cells.filter(({ cell_type }: { cell_type: string }) => cell_type === "code")
    .map(({ outputs }: { outputs: Output[] }) => outputs);

describe("a lesson", () => {
  cpSync(join(root, "notebooks"), join(folder, "notebooks"), { recursive: true });

  test.each(["en/05-teardown", "fr/03-call-setup"])(
    "%s is run by papermill, and nbval finds the same when it runs it again",
    (lesson) => {
      const done = join(folder, "notebooks", `${lesson}-done.ipynb`);
      const place = ["--cwd", join(folder, "notebooks", lesson, "..")];
      jupyter("papermill", "--no-progress-bar", ...place, join(folder, "notebooks", `${lesson}.ipynb`), done);
      const outputs = outputsOf(done);
      expect(outputs.flat().filter(({ output_type }) => output_type === "error")).toEqual([]);
      expect(outputs.flat().length).toBeGreaterThan(10);
      const report = jupyter("pytest", "-q", "-p", "no:cacheprovider", "--nbval", done);
      expect(report).toMatch(new RegExp(`^${outputs.length} passed`, "m"));
    },
  );

  test("is run by nbclient", () => {
    const lesson = join(folder, "notebooks/en/01-lab.ipynb");
    jupyter("jupyter-execute", "--inplace", lesson);
    expect(outputsOf(lesson).flat().length).toBeGreaterThan(10);
  });
});

const wrong = 'function deep(n: number): never {\n  throw new TypeError("wrong");\n}\ndeep(1);';
const traceback = [
  "TypeError: wrong",
  '2 │   throw new TypeError("wrong");',
  "  │         ^",
  "    at deep (In[2]:2:9)",
  "    at In[2]:4:1",
].join("\n");
/** A notebook whose second cell fails. */
function failingNotebook(name: string, metadata: object): string {
  const cells = ["const before = 1;", wrong, 'console.log("after", before)'].map((source, index) => ({
    cell_type: "code",
    id: `cell-${index}`,
    source,
    metadata: index === 1 ? metadata : {},
    outputs: [],
    execution_count: null,
  }));
  const kernelspec = { name: "voiplab", display_name: "TypeScript", language: "typescript" };
  const path = join(folder, `${name}.ipynb`);
  writeFileSync(path, JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }));
  return path;
}

const fails = failingNotebook("fails", {});
const expected = failingNotebook("expected", { tags: ["raises-exception"] });
const convert = ["--execute", "--to", "notebook", "--output-dir", out];

describe("a cell that fails", () => {
  test.each([
    ["nbclient", ["jupyter-execute", fails]],
    ["nbconvert", ["jupyter-nbconvert", ...convert, fails]],
    ["papermill", ["papermill", "--no-progress-bar", fails, join(out, "papermill.ipynb")]],
    ["nbval", ["pytest", "-q", "-p", "no:cacheprovider", "--nbval-lax", fails]],
  ] as const)("ends %s with its traceback", (_, [program, ...words]) => {
    let said = "";
    try {
      jupyter(program, ...words);
    } catch (error) {
      said = stripVTControlCharacters((error as Error).message);
    }
    // nbval counts the cells that it runs again from none
    expect(said.replaceAll("In[1]", "In[2]")).toContain(traceback);
  });

  test.each([
    ["nbclient, when it is expected", ["jupyter-execute", "--output", join(out, "a"), expected], "a"],
    [
      "nbclient, when errors are allowed",
      ["jupyter-execute", "--allow-errors", "--output", join(out, "b"), fails],
      "b",
    ],
    ["nbconvert, when it is expected", ["jupyter-nbconvert", ...convert, "--output", "c", expected], "c"],
    [
      "nbconvert, when errors are allowed",
      ["jupyter-nbconvert", ...convert, "--allow-errors", "--output", "d", fails],
      "d",
    ],
  ] as const)("is told, and the next one runs: %s", (_, [program, ...words], name) => {
    jupyter(program, ...words);
    const [, failed, after] = outputsOf(join(out, `${name}.ipynb`));
    expect(failed).toMatchObject([{ output_type: "error", ename: "TypeError" }]);
    expect(stripVTControlCharacters(failed?.[0]?.traceback?.join("\n") ?? "")).toBe(traceback);
    expect(after).toMatchObject([{ output_type: "stream", text: ["after 1\n"] }]);
  });

  test("is passed by nbval when it is expected", () => {
    expect(jupyter("pytest", "-q", "-p", "no:cacheprovider", "--nbval-lax", expected)).toMatch(/^3 passed/m);
  });
});
