/** Tells how an export goes: a line when something is done, and on a terminal also what is under way. */
export interface Progress {
  underWay(text: string): void;
  line(text: string): void;
}

/** Progress on standard error, or line by line to `report`. */
export function progressTo(report?: (line: string) => void): Progress {
  if (report) return { underWay: () => {}, line: report };
  const { stderr } = process;
  const erase = stderr.isTTY ? "\r\u001b[K" : "";
  return {
    underWay: (text) => void (stderr.isTTY && stderr.write(text)),
    line: (text) => void stderr.write(`${erase}${text}\n`),
  };
}
