import { BadArguments, readArguments } from "../arguments.js";
import type { Faces } from "../faces.js";
import { messages } from "../messages.js";

/** Runs notebooks in the kernel and writes a page of each. */
export async function run(args: readonly string[], faces: Faces): Promise<number> {
  const options = {
    out: { type: "string" },
    "no-run": { type: "boolean", default: false },
    kernel: { type: "string" },
  } as const;
  const { values, positionals } = readArguments(args, options);
  if (values.out === undefined) throw new BadArguments(messages().noOut());
  if (positionals.length === 0) throw new BadArguments(messages().noNotebook());
  const { exportNotebooks } = await faces.exporter();
  const { status } = await exportNotebooks({
    notebooks: positionals,
    out: values.out,
    run: !values["no-run"],
    ...(values.kernel !== undefined && { kernel: values.kernel }),
  });
  return status;
}
