import { mkdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "./place.js";

/** The kernel's name in `jupyter kernelspec list`. */
export const kernelName = "voiplab";

/** The content of kernel.json. */
export function kernelSpec(): object {
  return {
    argv: [process.execPath, join(packageRoot(), "dist/kernel.js"), "{connection_file}"],
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

/** Where to register the kernel; for the user when nothing is said. */
export interface InstallPlace {
  user?: boolean;
  /** The prefix of the Python environment that runs Jupyter. */
  sysPrefix?: string;
  prefix?: string;
}

/** Registers the kernel with Jupyter and tells the folder of its kernelspec. */
export function installKernel({ sysPrefix, prefix }: InstallPlace = {}): string {
  const root = prefix ?? sysPrefix;
  return writeKernelSpec(root === undefined ? userDataFolder() : join(root, "share/jupyter"));
}

/** As `jupyter --data-dir` says. */
function userDataFolder(): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return join(homedir(), "Library/Jupyter");
  if (process.platform === "win32") return join(APPDATA ?? homedir(), "jupyter");
  return join(XDG_DATA_HOME || join(homedir(), ".local/share"), "jupyter");
}
