import { language } from "../../language.js";
import { english, type Words } from "./words.en.js";
import { french } from "./words.fr.js";

/** The sentences that explain frames, in the language set. */
export const words = (): Words => (language() === "fr" ? french : english);
