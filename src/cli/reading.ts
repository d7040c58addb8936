import type { ByteSource, CaptureWarning } from "../capture/index.js";
import { fileSource, standardInput } from "../files/file-source.js";
import { tuneEngine } from "./engine.js";
import { messages } from "./messages.js";
import { complain } from "./output.js";

/** Opens the capture that an argument names, for as long as `use` runs. */
export async function withSource(
  path: string,
  use: (source: ByteSource) => Promise<readonly CaptureWarning[]>,
): Promise<number> {
  tuneEngine();
  const source = path === "-" ? standardInput() : fileSource(path);
  try {
    return statusOf(await use(source));
  } finally {
    source.close();
  }
}

/** 0 where all was read; 1, with a line that tells the first place, where the capture is damaged. */
function statusOf([first, ...others]: readonly CaptureWarning[]): number {
  if (first === undefined) return 0;
  complain(messages().warning(first.text, others.length));
  return 1;
}
