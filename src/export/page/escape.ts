import { html } from "../../display/html.js";

/** Text as HTML, in an element or a quoted attribute, by the one template that escapes. */
export const escapeHtml = (text: string): string => html`${text}`.toString();
