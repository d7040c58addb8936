const ESCAPES = new Map([
  ["\x07", "\\a"],
  ["\b", "\\b"],
  ["\t", "\\t"],
  ["\n", "\\n"],
  ["\v", "\\v"],
  ["\f", "\\f"],
  ["\r", "\\r"],
]);

const PLAIN = /^[ -~]*$/;

/** Text as Wireshark's columns show it: what does not print becomes an escape of C, `\t`, `\001`, `\u200B`. */
export function formatText(text: string): string {
  if (PLAIN.test(text)) return text; // to make the other expression takes milliseconds
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cn}\p{Cs}]/gu,
    (character) => ESCAPES.get(character) ?? codeOf(character),
  );
}

function codeOf(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return `\\${code.toString(8).padStart(3, "0")}`;
  const hex = code.toString(16).toUpperCase();
  return code > 0xffff ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
}
