import { language } from "../language.js";
import { english } from "./messages.en.js";
import { french } from "./messages.fr.js";

/** The sentences of the command line, in the language set. */
export const messages = () => (language() === "fr" ? french : english);
