/** Digits that a letter of a pattern stands for; each letter also in lower case. */
const LETTERS: Readonly<Record<string, string>> = { X: "0123456789", Z: "123456789", N: "23456789" };

/** One place of a pattern: a set of characters, or the rest of the number. */
type Place = { kind: "set"; characters: Set<number> } | { kind: Ending };

/** `.`, `!`, and a `[` that is not closed. */
type Ending = "some" | "any" | "broken";

export type MatchMode =
  /** The whole number. */
  | "match"
  /** The whole number, or its first digits. */
  | "canMatch"
  /** Its first digits, and more must come. */
  | "matchMore";

/** The same text for names that Asterisk takes for one extension: `1-00` and `100`, `_Z` and `_[1-9]`. */
export function canonicalName(name: string): string {
  if (!name.startsWith("_")) return name.replaceAll("-", "");
  const places = placesOf(name).map((place) =>
    place.kind === "set" ? [...place.characters].sort((a, b) => a - b).join(" ") : place.kind,
  );
  return `_${places.join()}`;
}

/**
 * Whether a number is an extension's, as Asterisk judges it (docs.asterisk.org, "Pattern Matching"): X, Z and N are
 * digits from 0, 1 and 2, `[1-5]` a set, `.` one or more characters, `!` none or more. `early` is a match by `!`.
 */
export function matchExtension(name: string, number: string, mode: MatchMode = "match"): boolean | "early" {
  const digits = number.replaceAll("-", "");
  if (!name.startsWith("_")) {
    const own = name.replaceAll("-", "");
    if (mode === "match") return own === digits;
    return own.startsWith(digits) && (mode === "canMatch" || own.length > digits.length);
  }
  const places = placesOf(name);
  let at = 0;
  for (; at < digits.length; at++) {
    const place = places[at];
    if (place?.kind === "some") return true;
    if (place?.kind === "any") return "early";
    if (place?.kind !== "set" || !place.characters.has(digits.charCodeAt(at))) return false;
  }
  const next = places[at];
  if (!next) return mode !== "matchMore";
  if (next.kind === "any") return "early";
  return mode !== "match";
}

/**
 * Which of two extensions of a context Asterisk tries first (negative: the first): names before patterns; patterns
 * place by place, the one with fewer characters there first, then the one whose characters come first; the end of
 * a pattern after `.`, and that after any set, `!` after `.`.
 */
export function compareExtensions(a: string, b: string): number {
  if (!a.startsWith("_") || !b.startsWith("_")) {
    if (a.startsWith("_") !== b.startsWith("_")) return a.startsWith("_") ? 1 : -1;
    return compareNames(a.replaceAll("-", ""), b.replaceAll("-", ""));
  }
  const [left, right] = [placesOf(a), placesOf(b)];
  for (let at = 0; ; at++) {
    const [one, other] = [left[at], right[at]];
    const order = rank(one) - rank(other) || compareSets(one, other);
    if (order !== 0 || !one) return order;
  }
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Sets by how many characters they hold, then by the lowest of them; then what ends a pattern. */
function rank(place: Place | undefined): number {
  if (!place) return 0x30000;
  if (place.kind === "set") return place.characters.size * 0x100 + Math.min(...place.characters);
  return { some: 0x18000, any: 0x28000, broken: 0x40000 }[place.kind];
}

/** Of sets equal in number and lowest character, the one with the lowest that the other lacks comes first. */
function compareSets(a: Place | undefined, b: Place | undefined): number {
  if (a?.kind !== "set" || b?.kind !== "set") return 0;
  const missing = (one: Set<number>, other: Set<number>) =>
    Math.min(...[...one].filter((character) => !other.has(character)));
  const [left, right] = [missing(a.characters, b.characters), missing(b.characters, a.characters)];
  return left === right ? 0 : left - right;
}

/** The places of `_NXX[1-5].`; what follows `.` or `!` is not looked at. */
function placesOf(pattern: string): Place[] {
  const places: Place[] = [];
  for (let at = 1; at < pattern.length; at++) {
    const character = pattern[at]!;
    if (character === "-") continue;
    if (character === "." || character === "!") {
      places.push({ kind: character === "." ? "some" : "any" });
      continue;
    }
    let members = LETTERS[character.toUpperCase()] ?? character;
    if (character === "[") {
      const end = pattern.indexOf("]", at);
      if (end === -1) return [...places, { kind: "broken" }];
      members = membersOf(pattern.slice(at + 1, end));
      at = end;
      if (members === "") continue;
    }
    places.push({ kind: "set", characters: new Set([...members].map((member) => member.charCodeAt(0))) });
  }
  return places;
}

/** `[15-79]` holds 1, 5, 6, 7 and 9. */
function membersOf(set: string): string {
  let members = "";
  for (let at = 0; at < set.length; at++) {
    const from = set.charCodeAt(at);
    const range = set[at + 1] === "-" && at + 2 < set.length;
    const to = range ? set.charCodeAt(at + 2) : from;
    for (let code = from; code <= Math.min(to, from + 255); code++) members += String.fromCharCode(code);
    if (range) at += 2;
  }
  return members;
}
