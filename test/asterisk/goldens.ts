import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The text of a file in `goldens/`. */
export function golden(name: string): string {
  return readFileSync(fileURLToPath(new URL(`goldens/${name}`, import.meta.url)), "utf8");
}

/** The text of a file of the lab, in `notebooks/asterisk/`. */
export function lab(name: string): string {
  return readFileSync(fileURLToPath(new URL(`../../notebooks/asterisk/${name}`, import.meta.url)), "utf8");
}
