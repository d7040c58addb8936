import { type Slot, slotsOf } from "./html-slots.js";
import { visible } from "./visible.js";

/** Markup that is safe to show: made by `html`, or by us. */
export class Html {
  constructor(private readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What `html` takes: `null`, `undefined` and `false` show nothing, arrays show their items one after the other. */
export type HtmlValue = Html | string | number | bigint | boolean | null | undefined | readonly HtmlValue[];

/**
 * The one way from strings to markup (HTML and SVG): every value is escaped, and its hidden characters are made
 * visible, unless it is itself `Html`. In `href`, `src` and their like only pictures and sounds as `data:`, `https:`,
 * `http:` and `#fragment` pass.
 *
 * @throws TypeError where a value could not be made safe: in a script, a style, an unquoted attribute, a tag's name.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const slots = slotsOf(strings);
  let markup = strings[0]!;
  for (let i = 0; i < values.length; i++) markup += filled(slots[i]!, values[i]) + strings[i + 1]!;
  return new Html(markup);
}

/** Markup as it stands: only for text that this package wrote itself, never for anything read from a capture. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** A style sheet of ours, without its comments. */
export function style(css: string): Html {
  return new Html(
    `<style>${css
      .replace(/\/\*.*?\*\//gs, "")
      .replace(/\s+/g, " ")
      .trim()}</style>`,
  );
}

/** Data for a script to read: nothing in it can end the element. */
export function jsonScript(value: unknown): Html {
  return new Html(
    `<script type="application/json">${JSON.stringify(value).replaceAll("<", "\\u003c")}</script>`,
  );
}

/** A script of ours or of a library; what would end the element early is written otherwise. */
export function script(code: string, mark = ""): Html {
  const opening = mark === "" ? "<script>" : `<script ${mark}>`;
  return new Html(`${opening}${code.trim().replace(/<(?=\/script|!--)/gi, "\\x3c")}</script>`);
}

function filled(slot: Slot, value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return "";
  if (slot === "text" && Array.isArray(value)) {
    let markup = "";
    for (const item of value as readonly HtmlValue[]) markup += filled(slot, item);
    return markup;
  }
  if (value instanceof Html && (slot === "text" || slot === "tag")) return value.toString();
  if (slot === "number" && typeof value === "number" && Number.isFinite(value)) return `${value}`;
  if (slot === "tag" || slot === "number" || slot === "nothing" || typeof value === "object") {
    throw new TypeError(`html: ${typeof value} given where a ${slot} may stand`);
  }
  return slot === "url" ? safeUrl(String(value)) : escaped(String(value));
}

const SAFE_URL = /^(?:data:(?:image\/svg\+xml|audio\/wav);base64,[A-Za-z0-9+/=]*|https?:[^\s]*|#[^\s]*)$/;

function safeUrl(url: string): string {
  return SAFE_URL.test(url) ? escaped(url) : "#";
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const UNSAFE = /[&<>"']/g;

function escaped(text: string): string {
  return visible(text).replace(UNSAFE, (character) => ENTITIES[character]!);
}
