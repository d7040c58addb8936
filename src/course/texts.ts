import { type Language, language } from "../language.js";

/** A text of a lesson, in every language. */
export type Texts = Readonly<Record<Language, string>>;

/** The text in the language set. */
export function said(texts: Texts): string {
  return texts[language()];
}
