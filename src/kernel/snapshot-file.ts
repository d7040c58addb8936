import { join } from "node:path";

/** The start-up snapshot for this Node: none reads another's. */
export function snapshotFile(dist: string): string {
  return join(dist, `kernel-${process.version}-${process.platform}-${process.arch}.blob`);
}
