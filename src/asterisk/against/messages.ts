import { language } from "../../language.js";
import type { Said } from "../dialplan/messages.js";
import { en } from "./messages.en.js";
import { fr } from "./messages.fr.js";

type Sentence = (a: string, b: string, c: string) => string;

/** What the plan foretells or the capture shows, with what it speaks of. */
export function told(kind: keyof typeof en, ...about: string[]): Said {
  const [a = "", b = "", c = ""] = about;
  return () => {
    const sentence: Sentence = (language() === "fr" ? fr : en)[kind];
    return sentence(a, b, c);
  };
}

/** Several, one after the other. */
export function joined(all: readonly Said[]): Said {
  return () => all.map((one) => one()).join(language() === "fr" ? " ; " : "; ");
}
