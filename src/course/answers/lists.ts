import { folded, textOf } from "./given.js";

/** How a list that was given differs from the one expected: by name. */
export interface ListDifference {
  missing: readonly string[];
  /** As they were written. */
  extra: readonly string[];
}

/** What was given as a list: an array, or words set apart by commas, semicolons, `et`, `and`. */
export function itemsOf(given: unknown): string[] {
  const parts = Array.isArray(given) ? given : textOf(given).split(/\s*[,;]\s*|\s+(?:et|and|&)\s+/);
  return parts.map(textOf).filter((part) => part !== "");
}

export function difference(given: unknown, items: readonly (readonly string[])[]): ListDifference {
  const said = itemsOf(given);
  const isOneOf = (text: string, spellings: readonly string[]) =>
    spellings.some((spelling) => folded(textOf(spelling)) === folded(text));
  return {
    missing: items.filter((item) => !said.some((text) => isOneOf(text, item))).map(([name]) => name!),
    extra: said.filter((text) => !items.some((item) => isOneOf(text, item))),
  };
}
