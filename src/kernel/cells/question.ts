/**
 * A cell that only asks what something is, as Jupyter's readers know it: `openCapture?`, `call.streams[0].quality?`,
 * or the sign in front. It is never TypeScript, where a `?` wants something behind it.
 */
const QUESTION = /^\s*(?:\?\s*([\p{L}_$][\p{L}\p{N}_$.[\]]*)|([\p{L}_$][\p{L}\p{N}_$.[\]]*)\?)\s*;?\s*$/u;

/** What a cell asks about; undefined for one that is to be run. */
export function questionIn(code: string): string | undefined {
  const [, after, before] = QUESTION.exec(code) ?? [];
  return after ?? before;
}
