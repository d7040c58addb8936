import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kernelArguments, kernelName, userDataFolder } from "../files/jupyter.js";

/** The content of kernel.json. */
export function kernelSpec(): object {
  return {
    argv: kernelArguments(),
    display_name: "TypeScript (voiplab)",
    language: "typescript",
    interrupt_mode: "message",
    metadata: { debugger: false },
  };
}

/** Writes `folder/kernels/voiplab/kernel.json` and tells its folder. With `folder` in JUPYTER_PATH, Jupyter finds it. */
export function writeKernelSpec(folder: string): string {
  const place = join(folder, "kernels", kernelName);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "kernel.json"), `${JSON.stringify(kernelSpec(), null, 2)}\n`);
  return place;
}

/** Registers the kernel with Jupyter, for the user or below a prefix, and tells the folder of its kernelspec. */
export function installKernel(prefix?: string): string {
  return writeKernelSpec(prefix === undefined ? userDataFolder() : join(prefix, "share/jupyter"));
}
