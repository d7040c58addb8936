import { type CellPosition, locateCells } from "./sources.js";

/** Frames that V8 keeps, the kernel's own among them. */
const frameLimit = 30;

/** The same frame is shown so many times in a row. */
const repeatedFrames = 3;

const positions = new WeakMap<object, CellPosition>();

/**
 * Stack traces as the notebook's author knows the code: lines of cells as written, and none of the kernel's own
 * frames, of Node's, or of tslab's. Holds for `error.stack` and so for `console.log(error)` too.
 */
export function describeStacks(kernelFolders: string[]): void {
  const isInternal = (file: string | null) =>
    file === null || file.startsWith("node:") || kernelFolders.some((folder) => file.includes(folder));

  Error.stackTraceLimit = frameLimit; // a process from a snapshot has none
  Error.prepareStackTrace = (error, sites) => {
    const frames: string[] = [];
    for (const site of sites) {
      if (isInternal(site.getScriptNameOrSourceURL?.() ?? site.getFileName() ?? null)) continue;
      const frame = locateCells(site.toString(), (position) => {
        if (!positions.has(error)) positions.set(error, position);
      });
      if (frame !== undefined) frames.push(`\n    at ${frame}`);
    }
    return `${heading(error)}${shortened(frames).join("")}`;
  };
}

/** A function that calls itself without end has the same line over and over. */
function shortened(frames: string[]): string[] {
  let same = 0;
  return frames.flatMap((frame, index) => {
    same = frame === frames[index - 1] ? same + 1 : 0;
    if (same < repeatedFrames) return [frame];
    return same === repeatedFrames ? ["\n    …"] : [];
  });
}

function heading(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

/** Where in a cell an error comes from. */
export function positionOf(error: Error): CellPosition | undefined {
  void error.stack; // V8 describes a stack when it is first asked for
  return positions.get(error);
}
