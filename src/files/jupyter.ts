import { homedir } from "node:os";
import { join } from "node:path";
import { packageFile } from "./package.js";

/** The kernel's name in `jupyter kernelspec list`. */
export const kernelName = "voiplab";

/** The program that is this package's kernel; it is there once the package is built. */
export const kernelProgram = () => packageFile("dist/kernel.js");

/** The `argv` of this package's `kernel.json`: this Node, by absolute paths. */
export const kernelArguments = () => [process.execPath, kernelProgram(), "{connection_file}"];

/** Where Jupyter keeps what is the user's own, as `jupyter --data-dir` says. */
export function userDataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = environment;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return join(homedir(), "Library/Jupyter");
  if (process.platform === "win32") return join(APPDATA ?? homedir(), "jupyter");
  return join(XDG_DATA_HOME || join(homedir(), ".local/share"), "jupyter");
}
