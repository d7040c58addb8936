const PLAIN = /^[ -~]*$/;

/** Text from the wire with its hidden characters made visible, on one line: `␍␊`, `␛`, `⟨U+202E⟩`. */
export function visibleLine(text: string): string {
  return PLAIN.test(text) ? text : replaceHidden(text, picture);
}

/** As `visibleLine`, but line ends (`\r\n`, `\n`) and tabs stay what they are. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return replaceHidden(text.replaceAll("\r\n", "\n"), (character) =>
    character === "\n" || character === "\t" ? character : picture(character),
  );
}

/** The first lines of a text of several, each visible and of bounded length. */
export function firstLines(text: string, lines: number, columns: number): string[] {
  const bounded = text.slice(0, 4 * lines * columns);
  return visible(bounded)
    .split("\n", lines)
    .map((line) => cut(line.replaceAll("\t", "  ").trimEnd(), columns));
}

/** At most so many characters, the last one `…` when some were left out. */
export function cut(text: string, characters: number): string {
  if (text.length <= characters) return text;
  return `${text.slice(0, Math.max(0, characters - 1)).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/**
 * Replaces what deceives the eye or drives a terminal: control and format characters (bidi overrides, zero-width ones),
 * line and paragraph separators, lone surrogates, noncharacters, and the letters that are drawn as nothing.
 */
function replaceHidden(text: string, replacer: (character: string) => string): string {
  // here, because it takes a millisecond to make, and most captures hold nothing of it
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u115F\u1160\u2800\u3164\uFFA0]/gu,
    replacer,
  );
}

function picture(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
