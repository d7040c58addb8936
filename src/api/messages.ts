import { language } from "../language.js";
import { english, type Messages } from "./messages.en.js";
import { french } from "./messages.fr.js";

/** Headings and words of tables and charts, in the language set; short, as tables are wide. */
export const words = (): Messages => (language() === "fr" ? french : english);
