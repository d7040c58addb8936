import { language } from "../language.js";
import { type Html, type HtmlValue, html, style } from "./html.js";
import base from "./style/base.css?raw";

/** Notebooks dress tables and lists by selectors of several classes: an id, were it only a possible one, outranks them. */
const RANKED = ":is(#voiplab,.voiplab)";

/**
 * What all HTML shown stands in: its own style sheet (outputs come and go one by one), the language of its words,
 * and the classes that keep MathJax from taking `$…$` in a header for mathematics.
 */
export function shell(kind: string, css: string, content: HtmlValue): Html {
  const classes = `voiplab voiplab-${kind} mathjax_ignore tex2jax_ignore`;
  return html`<div class="${classes}" lang="${language()}">${style((base + css).replace(/\.voiplab(?![\w-])/g, RANKED))}${content}</div>`;
}
