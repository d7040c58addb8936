import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { findKernelspec } from "../../../src/export/kernel/kernelspec.js";
import { type Output, readNotebook } from "../../../src/export/notebook.js";
import { runNotebook } from "../../../src/export/run/run.js";
import { jupyterPath, NotebookFolder, type StoredCell } from "../notebooks.js";

const folder = new NotebookFolder();
const spec = findKernelspec("fake", { ...process.env, JUPYTER_PATH: jupyterPath });

async function run(...cells: StoredCell[]): Promise<Output[][]> {
  const notebook = readNotebook(folder.notebook("orders.ipynb", cells));
  await runNotebook(notebook, spec, new AbortController().signal);
  return notebook.cells.map(({ outputs }) => outputs);
}

const stdout = (text: string): Output => ({ output_type: "stream", name: "stdout", text });
const shown = (text: string): Output => ({ output_type: "display_data", data: { "text/plain": text } });

describe("outputs", () => {
  let outputs: Output[][];
  beforeAll(async () => {
    outputs = await run(
      "print a\nprint b\nwarn c\nprint d\nresult 42",
      { md: "print a" },
      " \n",
      "late first",
      "sleep 120\nprint second",
      "show 1",
      "update 2\nshow 3\nupdate 4",
      "print a\nclear\nprint b",
      "print a\nclear wait",
      "print a\nclear wait\nshow b",
      "forge x\nprint y",
      "where\nstdin",
    );
  });

  test("are in the order of arrival, streams joined", () => {
    expect(outputs[0]).toEqual([
      stdout("a\nb\n"),
      { output_type: "stream", name: "stderr", text: "c\n" },
      stdout("d\n"),
      { output_type: "execute_result", data: { "text/plain": "42" } },
    ]);
  });

  test("come from code only", () => expect(outputs.slice(1, 3)).toEqual([[], []]));

  test("of a timer belong to the cell that set it", () =>
    expect(outputs.slice(3, 5)).toEqual([[stdout("first\n")], [stdout("second\n")]]));

  test("that are shown under an id are updated where they are", () =>
    expect(outputs.slice(5, 7)).toEqual([[shown("4")], [shown("4")]]));

  test("are cleared at once, or when the next one comes", () =>
    expect(outputs.slice(7, 10)).toEqual([[stdout("b\n")], [stdout("a\n")], [shown("b")]]));

  test("that nobody signed are not taken", () => expect(outputs[10]).toEqual([stdout("y\n")]));

  test("tell of the notebook's folder, the kernelspec's environment, and of nobody to ask", () =>
    expect(outputs[11]).toEqual([stdout(`${folder.path} yes\nstdin false\n`)]));
});

describe("a cell that", () => {
  test("fails ends the run, with its error and the line in one sentence", async () => {
    await expect(run("print a", { md: "" }, "print b\nfail no such call", "print c")).rejects.toMatchObject({
      status: 1,
      message: "orders.ipynb: cell 2 failed: Failed: no such call (Cell 1, line 2)",
    });
  });

  test("may fail goes on", async () => {
    const tagged = {
      cell_type: "code",
      source: "fail",
      metadata: { tags: ["raises-exception"] },
      outputs: [],
    };
    const [failed, next] = await run(tagged, "print b");
    expect(failed).toMatchObject([{ output_type: "error", ename: "Failed" }]);
    expect(next).toEqual([stdout("b\n")]);
  });

  test("asks for input ends the run", async () => {
    await expect(run("ask your name?\nsleep 1000")).rejects.toMatchObject({
      message: 'orders.ipynb: cell 1 asks for input ("your name?"), which an export cannot give',
    });
  });

  test("takes the kernel with it ends the run, with the kernel's last words", async () => {
    await expect(run("print a", "die out of memory")).rejects.toMatchObject({
      status: 1,
      message: "orders.ipynb: the kernel ended while cell 2 ran (3: out of memory)",
    });
  });
});

test("a kernel that ends at its start is noticed at once", async () => {
  const notebook = readNotebook(folder.notebook("orders.ipynb", ["print a"]));
  const argv = [process.execPath, "-e", "console.error('wrong address'); process.exit(7)"];
  const running = runNotebook(notebook, { ...spec, argv }, new AbortController().signal);
  await expect(running).rejects.toMatchObject({
    message: "orders.ipynb: the kernel did not start (7: wrong address)",
  });
});

test("an export that is stopped leaves neither kernel nor files behind", async () => {
  // a temporary folder of its own: other tests start kernels meanwhile
  const temporary = mkdtempSync(join(tmpdir(), "voiplab-test-"));
  vi.stubEnv("TMPDIR", temporary);
  const notebook = readNotebook(folder.notebook("orders.ipynb", ["print a\nsleep 60000"]));
  const controller = new AbortController();
  const running = runNotebook(notebook, spec, controller.signal);
  // The first output says that the cell runs.
  while (notebook.cells[0]?.outputs.length === 0) await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
  await expect(running).rejects.toMatchObject({ status: 130 });
  expect(readdirSync(temporary)).toEqual([]);
  vi.unstubAllEnvs();
});
