import { afterEach, expect, it } from "vitest";
import { messages } from "../../src/capture/messages.js";
import { type Language, setLanguage } from "../../src/language.js";

afterEach(() => setLanguage("en"));

function sentences(language: Language): [key: string, sentence: string][] {
  setLanguage(language);
  return Object.entries<unknown>(messages()).map(([key, said]) => {
    if (typeof said === "string") return [key, said];
    const say = said as (...values: string[]) => string;
    return [key, say(...Array.from({ length: say.length }, (_, index) => `<${key}${index}>`))];
  });
}

it("every sentence says the same values in both languages, on one line without a full stop", () => {
  const french = new Map(sentences("fr"));
  for (const [key, english] of sentences("en")) {
    const values = (sentence: string) => (sentence.match(/<\w+>/g) ?? []).sort();
    expect(values(french.get(key)!), key).toEqual(values(english));
    expect([english, french.get(key)], key).toEqual(Array(2).fill(expect.stringMatching(/^[^\n]+[^.\n]$/)));
  }
});
