import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { KernelRegistry } from "../faces.js";

/**
 * What Jupyter's programs are started with so that they find the kernel and write nothing outside the project: all
 * folders that they keep things in lie in `.jupyter`.
 */
export function jupyterEnvironment(root: string, kernel: KernelRegistry): NodeJS.ProcessEnv {
  const folder = join(root, ".jupyter");
  const data = join(folder, "share", "jupyter");
  const config = join(folder, "config");
  kernel.installKernel(folder);
  // JupyterLab would otherwise ask, over the first lesson, whether it may fetch its news.
  const quiet = { disabledExtensions: { "@jupyterlab/apputils-extension:announcements": true } };
  mkdirSync(join(config, "labconfig"), { recursive: true });
  writeFileSync(join(config, "labconfig", "page_config.json"), `${JSON.stringify(quiet, null, 2)}\n`);
  return {
    ...process.env,
    JUPYTER_PATH: [data, process.env.JUPYTER_PATH].filter(Boolean).join(delimiter),
    JUPYTER_DATA_DIR: data,
    JUPYTER_CONFIG_DIR: config,
    JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
    IPYTHONDIR: join(folder, "ipython"),
  };
}
