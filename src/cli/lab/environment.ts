import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * What Jupyter's programs are started with so that they find the kernel and write nothing outside the project: all
 * folders that they keep things in lie in `.jupyter`.
 */
export function jupyterEnvironment(root: string, kernelspec: object): NodeJS.ProcessEnv {
  const folder = join(root, ".jupyter");
  const data = join(folder, "data");
  const config = join(folder, "config");
  writeJson(join(data, "kernels", "voiplab"), "kernel.json", kernelspec);
  // JupyterLab would otherwise ask, over the first lesson, whether it may fetch its news.
  const quiet = { disabledExtensions: { "@jupyterlab/apputils-extension:announcements": true } };
  writeJson(join(config, "labconfig"), "page_config.json", quiet);
  return {
    ...process.env,
    JUPYTER_PATH: [data, process.env.JUPYTER_PATH].filter(Boolean).join(delimiter),
    JUPYTER_DATA_DIR: data,
    JUPYTER_CONFIG_DIR: config,
    JUPYTER_RUNTIME_DIR: join(folder, "runtime"),
    IPYTHONDIR: join(folder, "ipython"),
  };
}

function writeJson(folder: string, name: string, value: object): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}
