import { dirname, join } from "node:path";
import { BadArguments, readArguments } from "../arguments.js";
import type { Faces } from "../faces.js";
import { messages } from "../messages.js";
import { print } from "../output.js";
import { programInPath } from "../program.js";

/** Registers the Jupyter kernel, or prints its kernelspec. */
export async function run(args: readonly string[], faces: Faces): Promise<number> {
  const options = {
    user: { type: "boolean", default: false },
    "sys-prefix": { type: "boolean", default: false },
    prefix: { type: "string" },
  } as const;
  const { values, positionals } = readArguments(args, options);
  const [action = "", ...rest] = positionals;
  if (rest.length > 0 || (action !== "install" && action !== "spec")) {
    throw new BadArguments(messages().badAction(positionals.join(" ")));
  }
  const { kernelSpec, installKernel } = await faces.kernel();
  if (action === "spec") {
    print(`${JSON.stringify(kernelSpec(), null, 2)}\n`);
    return 0;
  }
  const prefix = values.prefix ?? (values["sys-prefix"] ? activePrefix() : undefined);
  print(`${installKernel(prefix)}\n`);
  return 0;
}

/** The Python environment that is active: what it says of itself, else where its `jupyter` or `python3` lies. */
function activePrefix(): string {
  const { VIRTUAL_ENV, CONDA_PREFIX, NB_PYTHON_PREFIX } = process.env;
  const known = VIRTUAL_ENV ?? NB_PYTHON_PREFIX ?? CONDA_PREFIX;
  if (known !== undefined) return known;
  for (const program of ["jupyter", "python3", "python"]) {
    const found = programInPath(program);
    if (found !== undefined) return join(dirname(found), "..");
  }
  throw new BadArguments(messages().noPrefix());
}
