import { inUnit, type Unit } from "./units.js";

/** Longer answers are no answers. */
const LONGEST = 500;

/** What was typed, as text: blanks of all kinds are one blank, quotes and brackets around it are gone. */
export function textOf(given: unknown): string {
  const [only] = Array.isArray(given) && given.length === 1 ? given : [given];
  const text = typeof only === "object" && only !== null ? "" : String(only ?? "");
  return text
    .slice(0, LONGEST)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^["'`\u201c\u201d«»<\s]+|["'`\u201c\u201d«»>\s.]+$/g, "");
}

/** Without case and accents: `Appelé` is `appele`. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** `6 431,5`, `6,431.5`, `0x1F`, each with a word after it. */
const NUMBER = /^([+\-\u2212]?)(0x[0-9a-f]+|(?:\d[\d ,.]*\d|\d|[.,]\d+))(?: ?([^\d\s].*))?$/i;
const CLOCK = /^(?:(\d+):)?(\d+):(\d+(?:[.,]\d+)?)$/;

/** What number was meant, in a unit: several where `1,234` may be one or a thousand, none where it is no number. */
export function numbersOf(given: unknown, unit: Unit | undefined): number[] {
  if (typeof given === "number" || typeof given === "bigint") return [Number(given)];
  const text = textOf(given).replace(/[\u2019']/g, "");
  const clock = CLOCK.exec(text);
  if (clock) {
    const [, hours = "0", minutes = "0", seconds = "0"] = clock;
    const total = 3600 * Number(hours) + 60 * Number(minutes) + Number(seconds.replace(",", "."));
    return known([inUnit(total, "s", unit)]);
  }
  const [, sign = "", digits = "", word = ""] = NUMBER.exec(text) ?? [];
  if (digits === "") return [];
  const factor = sign === "-" || sign === "−" ? -1 : 1;
  return known(readings(digits).map((value) => inUnit(factor * value, word.trim(), unit)));
}

/** A comma is a decimal point, or it sets thousands apart where three digits follow each. */
function readings(digits: string): number[] {
  if (/^0x/i.test(digits)) return [Number(digits)];
  const tight = digits.replaceAll(" ", "");
  const found = [Number(tight.replace(",", "."))];
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(tight)) found.push(Number(tight.replaceAll(",", "")));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(tight)) found.push(Number(tight.replaceAll(".", "")));
  return found.filter((value) => !Number.isNaN(value));
}

/** The frame that was meant: a number, `frame 15`, `n° 15`, or an object of the notebook's that has one. */
export function frameOf(given: unknown): number | undefined {
  const [only] = Array.isArray(given) && given.length === 1 ? given : [given];
  if (typeof only === "number") return only;
  if (typeof only === "object" && only !== null) {
    const { number, frame } = only as { number?: unknown; frame?: unknown };
    return [number, frame].find((value) => typeof value === "number") as number | undefined;
  }
  const numbers = textOf(only)
    .replace(/(?<=\d)[ {2}](?=\d{3}\b)/g, "")
    .match(/\d+/g);
  return numbers?.length === 1 ? Number(numbers[0]) : undefined;
}

function known(values: readonly (number | undefined)[]): number[] {
  return values.filter((value) => value !== undefined);
}
