import { language } from "../../language.js";
import { en } from "./messages.en.js";
import { fr } from "./messages.fr.js";

/** A sentence, made when it is shown: in the language of then. */
export type Said = () => string;

type Sentence = (a: string, b: string, c: string) => string;

/** What a step does or when it comes, with what it speaks of. */
export function said(kind: keyof typeof en, ...about: string[]): Said {
  const [a = "", b = "", c = ""] = about;
  return () => {
    const sentence: Sentence = (language() === "fr" ? fr : en)[kind];
    return sentence(a, b, c);
  };
}
