import { language } from "../language.js";
import { english } from "./messages.en.js";
import { french } from "./messages.fr.js";

/** The words of everything shown, in the language set. */
export const messages = () => (language() === "fr" ? french : english);
