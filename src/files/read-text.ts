import { readFileSync } from "node:fs";
import { FileError } from "./file-error.js";
import { messages } from "./messages.js";

/**
 * The text of a file, read as UTF-8: a configuration for `readDialplan` or `readAccounts`.
 *
 * @throws FileError where it cannot be read
 */
export function readText(path: string | URL): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new FileError(
      code === "EISDIR" ? messages().noText(String(path)) : messages().cannotOpen(String(path), code),
    );
  }
}
