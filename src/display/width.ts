const SIMPLE = /^[ -~]*$/;

/** Columns that a text takes in a fixed-width font: 2 a wide character (UAX #11), 0 a combining mark. */
export function textWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** At most so many columns of a text, the last one `…` when some were left out. */
export function cutWidth(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let kept = "";
  let width = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A text with blanks behind it, or before it, up to so many columns. */
export function padWidth(text: string, columns: number, side: "left" | "right" = "left"): string {
  const blanks = " ".repeat(Math.max(0, columns - textWidth(text)));
  return side === "left" ? text + blanks : blanks + text;
}

/** Pixels that a text takes in a proportional sans-serif font: an estimate that errs on the wide side. */
export function pixelWidth(text: string, size: number, style?: "bold" | "mono"): number {
  if (style === "mono") return textWidth(text) * size * 0.61;
  let em = 0;
  for (const character of text) em += emWidth(character);
  return em * size * (style === "bold" ? 1.2 : 1.05);
}

/** At most so many pixels of a text, the last character `…` when some were left out. */
export function cutPixels(text: string, pixels: number, size: number, style?: "bold" | "mono"): string {
  // No character that is seen is narrower than a third of a pixel.
  const looked = text.slice(0, Math.ceil(pixels * 3));
  if (looked === text && pixelWidth(text, size, style) <= pixels) return text;
  const room = pixels - pixelWidth("…", size, style);
  let kept = "";
  let width = 0;
  for (const character of looked) {
    width += pixelWidth(character, size, style);
    if (width > room) break;
    kept += character;
  }
  return `${kept}…`;
}

function characterWidth(character: string): number {
  return character >= " " && character <= "~" ? 1 : wideWidth(character);
}

/** Columns of a character beyond ASCII; its expressions are made when first needed, which takes long. */
function wideWidth(character: string): number {
  if (/^\p{M}$/u.test(character)) return 0;
  const wide =
    /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}])$/u;
  return wide.test(character) ? 2 : 1;
}

function emWidth(character: string): number {
  ascii ??= asciiWidths();
  return ascii[character.charCodeAt(0)] ?? characterWidth(character) * 0.62;
}

/** Widths of the ASCII characters, in em; made when first needed, which commands that print rows never do. */
let ascii: readonly number[] | undefined;

function asciiWidths(): number[] {
  return Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    if (/[ilj.,:;'|!()[\]tfr I]/.test(character)) return 0.36;
    if (/[mwMW@%]/.test(character)) return 0.92;
    return /[A-Z_#&+<>=~]/.test(character) ? 0.7 : 0.57;
  });
}
