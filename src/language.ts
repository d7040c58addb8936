/** The languages that voiplab speaks to its users in. */
export type Language = "en" | "fr";

let current: Language = "en";

/** Sets the language of everything voiplab shows from now on (one per process: a notebook has one reader). */
export function setLanguage(language: Language): void {
  current = language;
}

/** The language in which to speak now. */
export function language(): Language {
  return current;
}
