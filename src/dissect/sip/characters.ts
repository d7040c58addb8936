/** Codes of the characters that SIP's grammar is built on (RFC 3261 §25.1). */
export const Char = {
  tab: 0x09,
  lf: 0x0a,
  cr: 0x0d,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  dash: 0x2d,
  slash: 0x2f,
  colon: 0x3a,
  semicolon: 0x3b,
  less: 0x3c,
  equals: 0x3d,
  greater: 0x3e,
  backslash: 0x5c,
} as const;

const TOKEN = new Uint8Array(256);
for (const character of "!%'*+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_`abcdefghijklmnopqrstuvwxyz~") {
  TOKEN[character.charCodeAt(0)] = 1;
}

/** Space or tab; a line break too, for in an unfolded value it is one. */
export function isSpace(code: number): boolean {
  return code === Char.space || code === Char.tab || code === Char.cr || code === Char.lf;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Whether text is a `token`: at least one character, none of them a separator. */
export function isToken(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (TOKEN[text.charCodeAt(i)] !== 1) return false;
  }
  return text.length > 0;
}

/** The number that text says in decimal digits alone, or undefined. */
export function parseNumber(text: string): number | undefined {
  for (let i = 0; i < text.length; i++) {
    if (!isDigit(text.charCodeAt(i))) return undefined;
  }
  return text === "" ? undefined : Number(text);
}
