import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findKernelspec } from "../../../src/export/kernel/kernelspec.js";
import { jupyterPath } from "../notebooks.js";

const folder = mkdtempSync(join(tmpdir(), "voiplab-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function install(data: string, name: string, argv: string[]): void {
  const place = join(folder, data, "kernels", name);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "kernel.json"), JSON.stringify({ argv }));
}

test("JUPYTER_PATH comes before the user's kernels, those before the ones beside the programs in PATH", () => {
  install("first", "one", ["a"]);
  install("user", "one", ["b"]);
  install("user", "two", ["c"]);
  install("venv/share/jupyter", "two", ["d"]);
  install("venv/share/jupyter", "three", ["e"]);
  const environment = {
    JUPYTER_PATH: join(folder, "first"),
    JUPYTER_DATA_DIR: join(folder, "user"),
    PATH: join(folder, "venv/bin"),
  };
  const argv = (name: string) => findKernelspec(name, environment).argv;
  expect([argv("one"), argv("two"), argv("three")]).toEqual([["a"], ["c"], ["e"]]);
  // `python` in its argv is then that environment's.
  expect(findKernelspec("three", environment).programs).toBe(join(folder, "venv/bin"));
});

test("a kernelspec gives its environment and the folder it lies in", () => {
  expect(findKernelspec("fake", { JUPYTER_PATH: jupyterPath })).toEqual({
    name: "fake",
    argv: ["node", "{resource_dir}/kernel.mjs", "{connection_file}"],
    env: { FAKE_KERNEL: "yes" },
    folder: join(jupyterPath, "kernels", "fake"),
  });
});

test("one that is missing, and one that says not how it is started, are told in a sentence", () => {
  const environment = { JUPYTER_PATH: jupyterPath, JUPYTER_DATA_DIR: folder };
  expect(() => findKernelspec("none", environment)).toThrow('no kernel is called "none"');
  expect(() => findKernelspec("broken", environment)).toThrow(/broken.kernel\.json: says no "argv"/);
});
