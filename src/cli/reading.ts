import type { ByteSource, CaptureWarning } from "../capture/index.js";
import { fileSource, standardInput } from "../files/file-source.js";
import { messages } from "./messages.js";
import { complain } from "./output.js";

/** Opens the capture that an argument names, for as long as `use` runs. */
export async function withSource(
  path: string,
  use: (source: ByteSource) => Promise<readonly CaptureWarning[]>,
): Promise<number> {
  const source = path === "-" ? standardInput() : fileSource(path);
  try {
    return statusOf(await use(source));
  } finally {
    source.close();
  }
}

/** 0 where all was read; 1, with a line a place, where the capture is damaged. */
function statusOf(warnings: readonly CaptureWarning[]): number {
  for (const warning of warnings) complain(messages().warning(warning.text));
  return warnings.length === 0 ? 0 : 1;
}
