import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Literal, literalsAfter, literalsOf } from "./literals.js";

const source = fileURLToPath(new URL("../src", import.meta.url));

/** Where a file that holds words of both languages has those of one. */
const OPENINGS = {
  fr: /\bconst (?:fr|french)\b[^=]*=|\bfr:/g,
  en: /\bconst (?:en|english)\b[^=]*=|\ben:/g,
};

/** The words of one language in each file that has some: all of `messages.fr.ts`, what follows `fr:` elsewhere. */
export function catalogues(language: "fr" | "en"): { path: string; texts: Literal[] }[] {
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => {
      const text = readFileSync(join(source, path), "utf8");
      const whole = path.endsWith(`.${language}.ts`);
      return { path, texts: whole ? literalsOf(text) : literalsAfter(text, OPENINGS[language]) };
    })
    .filter(({ texts }) => texts.length > 0);
}
