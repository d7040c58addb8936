/** The value of a variable or function, undefined where it is known only when a call runs. */
export type Lookup = (name: string) => string | undefined;

/** References inside references that are followed. */
const DEEPEST = 8;
/** Asterisk puts the result in a buffer of this size. */
const LONGEST = 8192;

/**
 * Puts values in the place of `${NAME}`, `${NAME:offset}` and `${NAME:offset:length}` (docs.asterisk.org,
 * "Manipulating Variables Basics"). References to what is unknown stay as they are.
 */
export function substitute(text: string, lookup: Lookup, depth = 0): string {
  let result = "";
  let at = 0;
  while (at < text.length && result.length < LONGEST) {
    const open = text.indexOf("${", at);
    const close = open === -1 ? -1 : closing(text, open + 2);
    if (close === -1) break;
    const inner = text.slice(open + 2, close);
    const name = depth < DEEPEST ? substitute(inner, lookup, depth + 1) : inner;
    result += text.slice(at, open) + (sliced(name, lookup) ?? `\${${name}}`);
    at = close + 1;
  }
  return (result + text.slice(at)).slice(0, LONGEST);
}

/** Whether a text still refers to something that is not known before the call. */
export function isOpen(text: string): boolean {
  return text.includes("${") || text.includes("$[");
}

/** Where the brace that was opened before `start` closes. */
function closing(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "{") depth++;
    else if (text[at] === "}" && --depth === 0) return at;
  }
  return -1;
}

function sliced(reference: string, lookup: Lookup): string | undefined {
  const [, name = "", offset, length] = /^([^:]*)(?::(-?\d+)(?::(-?\d+))?)?$/.exec(reference) ?? [];
  const value = lookup(name === "" ? reference : name);
  if (value === undefined || offset === undefined) return value;
  const from = Number(offset);
  const start = from < 0 ? Math.max(0, value.length + from) : from;
  if (length === undefined) return value.slice(start);
  const count = Number(length);
  return count < 0
    ? value.slice(start, Math.max(start, value.length + count))
    : value.slice(start, start + count);
}

/**
 * Whether a condition such as `$["${DIALSTATUS}" = "BUSY"]` holds; undefined where it depends on what is unknown,
 * or is more than one comparison.
 */
export function holds(condition: string): boolean | undefined {
  const text = condition.trim();
  const [, inner] = /^\$\[(.*)\]$/s.exec(text) ?? [];
  if (inner === undefined) return isOpen(text) ? undefined : text !== "" && text !== "0";
  if (isOpen(inner) || /[&|()]/.test(inner)) return undefined;
  const [, left, operator, right] =
    /^\s*("[^"]*"|[^\s"=!<>]*)\s*(=|!=|<|>|<=|>=)\s*("[^"]*"|[^\s"=!<>]*)\s*$/.exec(inner) ?? [];
  if (left === undefined || right === undefined) return undefined;
  return compare(left, operator!, right);
}

function compare(left: string, operator: string, right: string): boolean {
  const numbers = [left, right].map((side) => Number(side.replaceAll('"', "") || Number.NaN));
  const numeric = numbers.every((number) => !Number.isNaN(number));
  const [a, b] = numeric ? (numbers as [number, number]) : [left, right];
  if (operator === "=") return a === b;
  if (operator === "!=") return a !== b;
  if (operator === "<") return a < b;
  if (operator === ">") return a > b;
  return operator === "<=" ? a <= b : a >= b;
}
