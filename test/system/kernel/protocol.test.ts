import { join } from "node:path";
import { expect, test } from "vitest";
import { jupyterEnvironment } from "../../../src/cli/lab/environment.js";
import { installKernel, kernelSpec } from "../../../src/kernel/index.js";
import { temporaryFolder } from "../lesson.js";
import { jupyterPython, root, run } from "../programs.js";

test("Jupyter's own test of kernels passes, with none of its questions left out", () => {
  const folder = temporaryFolder();
  const env = jupyterEnvironment(folder, { kernelSpec, installKernel });
  // it reports on standard error, and ends with 1 when anything fails
  const report = run(
    "sh",
    ["-c", '"$0" "$1" 2>&1', jupyterPython(), join(root, "test/system/kernel/protocol.py")],
    {
      cwd: folder,
      env,
    },
  );
  expect(report).toMatch(/^Ran 13 tests/m);
  expect(report).toMatch(/^OK$/m);
});
