import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { installKernel, kernelSpec, writeKernelSpec } from "../../src/kernel/index.js";

const folder = mkdtempSync(join(tmpdir(), "voiplab-spec-"));
afterAll(() => rmSync(folder, { recursive: true }));

it("the kernelspec starts this Node with the built kernel, by absolute paths", () => {
  const spec = kernelSpec() as { argv: string[] };
  expect(spec).toMatchObject({ language: "typescript", interrupt_mode: "message" });
  expect(spec.argv[0]).toBe(process.execPath);
  expect(spec.argv[1]).toMatch(/dist\/kernel\.js$/);
  expect(isAbsolute(spec.argv[1] as string)).toBe(true);
  expect(spec.argv[2]).toBe("{connection_file}");
});

it("is written where Jupyter looks below a folder of JUPYTER_PATH, and below a prefix", () => {
  for (const [place, expected] of [
    [writeKernelSpec(folder), join(folder, "kernels/voiplab")],
    [installKernel(folder), join(folder, "share/jupyter/kernels/voiplab")],
  ] as const) {
    expect(place).toBe(expected);
    expect(JSON.parse(readFileSync(join(place, "kernel.json"), "utf8"))).toEqual(kernelSpec());
  }
});
