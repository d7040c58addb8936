import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for a test file's own files, gone with its last test. */
export function scratch(): { folder: string; file(name: string, bytes: Uint8Array | string): string } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "voiplab-test-")));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    file(name, bytes) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      return path;
    },
  };
}
