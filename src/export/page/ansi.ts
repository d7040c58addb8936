import { escapeHtml } from "./escape.js";

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with a control character
const sequence = /\u001b(?:\[([0-9;?]*)([ -/]*[@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])/g;

interface Style {
  classes: Set<string>;
  color?: string | undefined;
  background?: string | undefined;
}

/** The text without its escape sequences. */
export const stripAnsi = (text: string): string => text.replace(sequence, "");

/**
 * Terminal text as HTML: colours and weights (ECMA-48 §8.3.117, SGR) become spans, other sequences go, and a carriage
 * return begins its line anew as on a terminal.
 */
export function ansiToHtml(text: string): string {
  const style: Style = { classes: new Set() };
  let out = "";
  let at = 0;
  const lines = overwrite(text);
  for (const match of lines.matchAll(sequence)) {
    out += span(lines.slice(at, match.index), style);
    if (match[2] === "m") apply(style, (match[1] || "0").split(";").map(Number));
    at = match.index + match[0].length;
  }
  return out + span(lines.slice(at), style);
}

function overwrite(text: string): string {
  return text.replace(/\r+\n/g, "\n").replace(/^.*\r(?!$)/gm, "");
}

function span(text: string, { classes, color, background }: Style): string {
  if (text === "") return "";
  if (classes.size === 0 && !color && !background) return escapeHtml(text);
  const names = classes.size ? ` class="${[...classes].join(" ")}"` : "";
  const rules = [color && `color:${color}`, background && `background:${background}`]
    .filter(Boolean)
    .join(";");
  return `<span${names}${rules && ` style="${rules}"`}>${escapeHtml(text)}</span>`;
}

const weights = new Map([
  [1, "ansi-bold"],
  [2, "ansi-faint"],
  [3, "ansi-italic"],
  [4, "ansi-underline"],
  [7, "ansi-inverse"],
]);

function apply(style: Style, codes: number[]): void {
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at]!;
    if (code === 0) {
      style.classes.clear();
      style.color = style.background = undefined;
    } else if (code === 38 || code === 48) {
      const [color, used] = extended(codes.slice(at + 1));
      setColor(style, code === 38 ? "fg" : "bg", undefined, color);
      at += used;
    } else if (weights.has(code)) style.classes.add(weights.get(code)!);
    else if (code === 22) for (const name of ["ansi-bold", "ansi-faint"]) style.classes.delete(name);
    else if (code > 22 && code < 28) style.classes.delete(weights.get(code - 20) ?? "");
    else if (code === 39 || code === 49) setColor(style, code === 39 ? "fg" : "bg");
    else if (code >= 30 && code < 48) setColor(style, code < 40 ? "fg" : "bg", code % 10);
    else if (code >= 90 && code < 108) setColor(style, code < 100 ? "fg" : "bg", (code % 10) + 8);
  }
}

function setColor(style: Style, ground: "fg" | "bg", named?: number, exact?: string): void {
  for (const name of style.classes) if (name.startsWith(`ansi-${ground}-`)) style.classes.delete(name);
  if (ground === "fg") style.color = exact;
  else style.background = exact;
  if (named !== undefined) style.classes.add(`ansi-${ground}-${named}`);
}

/** `5;n` (a palette of 256) or `2;r;g;b`, and how many codes that took. */
function extended([kind, ...values]: number[]): [string | undefined, number] {
  const bytes = values.map((value) => Math.min(255, Math.max(0, value | 0)));
  if (kind === 2) return [`rgb(${bytes.slice(0, 3).join(",")})`, 4];
  if (kind !== 5) return [undefined, 0];
  const [index = 0] = bytes;
  if (index >= 232)
    return [
      `rgb(${Array(3)
        .fill(8 + (index - 232) * 10)
        .join(",")})`,
      2,
    ];
  if (index < 16) return [`var(--ansi-${index})`, 2];
  const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
  const cube = [Math.floor((index - 16) / 36), Math.floor((index - 16) / 6) % 6, (index - 16) % 6];
  return [`rgb(${cube.map(level).join(",")})`, 2];
}
