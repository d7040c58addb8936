/*
 * Contents of requests, as far as they are what the protocol says. A client may send anything: what is missing or of
 * another type becomes the default.
 */
type Content = Record<string, unknown>;

export function string(content: Content, key: string, otherwise = ""): string {
  const value = content[key];
  return typeof value === "string" ? value : otherwise;
}

export function boolean(content: Content, key: string, otherwise: boolean): boolean {
  const value = content[key];
  return typeof value === "boolean" ? value : otherwise;
}

export function integer(content: Content, key: string, otherwise: number): number {
  const value = content[key];
  return Number.isSafeInteger(value) ? (value as number) : otherwise;
}

/** The entries of an object whose values are strings. */
export function strings(content: Content, key: string): Record<string, string> {
  const value = content[key];
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** Jupyter counts code points, JavaScript UTF-16 units: the units before a position. */
export function unitsBefore(code: string, points: number): number {
  let units = 0;
  for (const character of code) {
    if (points-- <= 0) break;
    units += character.length;
  }
  return units;
}

/** The code points before a position in UTF-16 units. */
export function pointsBefore(code: string, units: number): number {
  return [...code.slice(0, units)].length;
}
