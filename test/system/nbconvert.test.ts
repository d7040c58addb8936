import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { jupyterEnvironment } from "../../src/cli/lab/environment.js";
import { installKernel, kernelSpec } from "../../src/kernel/index.js";
import { temporaryFolder } from "./lesson.js";
import { jupyterPython, root, run } from "./programs.js";

const folder = temporaryFolder();
const environment = jupyterEnvironment(folder, { kernelSpec, installKernel });
const lessons = ["en", "fr"].flatMap((language) =>
  readdirSync(join(root, "notebooks", language))
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => `${language}/${name}`),
);

test("there are lessons, the same ones in both languages", () => {
  expect(lessons.length).toBeGreaterThanOrEqual(10);
  expect(lessons.filter((path) => path.startsWith("en/")).map((path) => path.slice(3))).toEqual(
    lessons.filter((path) => path.startsWith("fr/")).map((path) => path.slice(3)),
  );
});

test.each(lessons)("nbconvert runs %s to its end", (lesson) => {
  const words = ["-m", "nbconvert", "--execute", "--to", "html", "--output-dir", folder];
  // Fails by its exit status when a cell does.
  run(jupyterPython(), [...words, join(root, "notebooks", lesson)], { env: environment });
  const html = readFileSync(join(folder, lesson.slice(3).replace(".ipynb", ".html")), "utf8");
  const cells = JSON.parse(readFileSync(join(root, "notebooks", lesson), "utf8")).cells;
  const code = cells.filter((cell: { cell_type: string }) => cell.cell_type === "code").length;
  const numbers = [...html.matchAll(/jp-InputArea-prompt">In\W*\[(\d+)\]:/g)].map(([, number]) =>
    Number(number),
  );
  expect(numbers).toEqual(Array.from({ length: code }, (_, index) => index + 1));
  expect(html).toContain('class="voiplab');
  expect(html).not.toContain('data-mime-type="application/vnd.jupyter.stderr"');
});
