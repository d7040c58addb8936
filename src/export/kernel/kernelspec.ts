import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { kernelArguments, kernelName, kernelProgram, userDataFolder } from "../../files/jupyter.js";
import { ExportError } from "../error.js";
import { message } from "../messages.js";

/** How a kernel is started (`kernel.json`), and where that was said. */
export interface Kernelspec {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The folder of `kernel.json`, `{resource_dir}` in `argv`. */
  readonly folder: string;
  /** Programs of the environment that the kernelspec belongs to come first in PATH. */
  readonly programs?: string;
}

/** The kernelspec called `name`: voiplab's own kernel, or one that is installed. */
export function findKernelspec(name: string, environment = process.env): Kernelspec {
  if (name === kernelName) return ownKernelspec();
  for (const { data, programs } of dataPaths(environment)) {
    const folder = join(data, "kernels", name);
    const file = join(folder, "kernel.json");
    if (existsSync(file)) return readKernelspec(name, folder, file, programs);
  }
  throw new ExportError(2, message().noKernel(name));
}

function ownKernelspec(): Kernelspec {
  const program = kernelProgram();
  if (!existsSync(program)) throw new ExportError(2, message().notBuilt(program));
  return { name: kernelName, argv: kernelArguments(), env: {}, folder: dirname(program) };
}

function readKernelspec(name: string, folder: string, file: string, programs?: string): Kernelspec {
  try {
    const { argv, env = {} } = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(argv) && argv.length > 0 && argv.every((word) => typeof word === "string"))
      return { name, argv, env, folder, ...(programs && { programs }) };
  } catch {
    // said below, the same for a file that is no JSON and for one without argv
  }
  throw new ExportError(2, message().badKernelspec(file));
}

/** Where kernels lie, most wanted first (Jupyter documentation, "Common Directories and File Locations"). */
function dataPaths(environment: NodeJS.ProcessEnv): { data: string; programs?: string }[] {
  const named = (environment.JUPYTER_PATH ?? "").split(delimiter).filter(Boolean);
  const programFolders = (environment.PATH ?? "").split(delimiter).filter(Boolean);
  return [
    ...named.map((data) => ({ data })),
    { data: userDataFolder(environment) },
    // An environment (venv, conda, /usr/local) whose programs are in PATH keeps its data beside them.
    ...programFolders.map((programs) => ({ data: join(programs, "..", "share", "jupyter"), programs })),
    ...(environment.PROGRAMDATA ? [{ data: join(environment.PROGRAMDATA, "jupyter") }] : []),
  ];
}
