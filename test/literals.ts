/** A string of a TypeScript source: what stands between its quotes, and where. */
export interface Literal {
  text: string;
  start: number;
  end: number;
}

/** After these, a slash begins a regular expression. */
const BEFORE_PATTERN = /(?:^|[=(,:[!&|?{};]|=>|\breturn)\s*$/;

/**
 * The strings of a source from a place on, up to the bracket that closes what is open there, or to one of the
 * characters given; a template is cut at its `${…}`. Properties' names, comments and regular expressions are left out.
 */
export function literalsOf(source: string, from = 0, stops = ""): Literal[] {
  const found: Literal[] = [];
  skip(source, from, stops, found);
  return found;
}

/** The strings of what `opening` begins, wherever that stands: `fr: …`, up to the comma. */
export function literalsAfter(source: string, opening: RegExp): Literal[] {
  return [...source.matchAll(opening)].flatMap((match) =>
    literalsOf(source, match.index + match[0].length, ",;"),
  );
}

function skip(source: string, from: number, stops: string, found: Literal[]): number {
  let i = from;
  while (i < source.length) {
    const character = source[i]!;
    if (source.startsWith("//", i)) i = after(source, "\n", i);
    else if (source.startsWith("/*", i)) i = after(source, "*/", i);
    else if (character === "/" && BEFORE_PATTERN.test(source.slice(Math.max(0, i - 12), i)))
      i = afterPattern(source, i);
    else if ("\"'`".includes(character)) i = quoted(source, i, found);
    else if ("([{".includes(character)) i = skip(source, i + 1, "", found) + 1;
    else if (")]}".includes(character) || stops.includes(character)) return i;
    else i++;
  }
  return i;
}

function after(source: string, what: string, from: number): number {
  const at = source.indexOf(what, from);
  return at < 0 ? source.length : at + what.length;
}

function afterPattern(source: string, from: number): number {
  let list = false;
  for (let i = from + 1; i < source.length; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === "[") list = true;
    else if (source[i] === "]") list = false;
    else if (source[i] === "/" && !list) return i + 1;
  }
  return source.length;
}

/** Takes in a literal from its opening quote on, and those in a template's expressions; gives where it ends. */
function quoted(source: string, from: number, found: Literal[]): number {
  const quote = source[from]!;
  let start = from + 1;
  let i = start;
  const take = () => found.push({ text: source.slice(start, i), start, end: i });
  while (i < source.length && source[i] !== quote) {
    if (source[i] === "\\") i += 2;
    else if (quote === "`" && source.startsWith("${", i)) {
      take();
      i = skip(source, i + 2, "", found) + 1;
      start = i;
    } else i++;
  }
  const name = quote !== "`" && /^\s*:/.test(source.slice(i + 1)) && /[{,]\s*$/.test(source.slice(0, from));
  if (!name) take();
  return i + 1;
}
