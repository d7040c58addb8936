import { catalogues } from "../catalogues.js";
import type { LessonLanguage } from "./lessons.js";

/** Two words at least, so that a name which both languages have is not taken for one of them. */
const PHRASE = /\p{L}{2,}[\p{L}’']*(?:[ ,;]+\p{L}[\p{L}’']*)+/u;

const phrasesOf = (language: LessonLanguage): string[] =>
  catalogues(language).flatMap(({ texts }) => texts.map(({ text }) => text.replace(/\\n/g, " ").trim()));

const finders = new Map<LessonLanguage, (text: string) => string[]>();

/**
 * Finds what a text has of the library's words in the other language: the pieces of its message catalogue that this
 * language's does not have as well.
 */
export function foreignTo(language: LessonLanguage): (text: string) => string[] {
  const known = finders.get(language);
  if (known) return known;
  const own = phrasesOf(language).join("\n");
  const others = [...new Set(phrasesOf(language === "fr" ? "en" : "fr"))].filter(
    (phrase) => PHRASE.test(phrase) && !own.includes(phrase),
  );
  const find = (text: string) => others.filter((phrase) => text.includes(phrase));
  finders.set(language, find);
  return find;
}
