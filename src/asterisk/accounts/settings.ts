import type { Entry } from "../config/index.js";

/** The last value of a setting: names are compared without case, later lines win. */
export function setting(entries: readonly Entry[], ...names: string[]): string | undefined {
  return entries.findLast(({ name }) => names.includes(name.toLowerCase()))?.value;
}

/** The values of a setting that may stand several times or be a list. */
export function listed(entries: readonly Entry[], name: string): string[] {
  return entries
    .filter((entry) => entry.name.toLowerCase() === name)
    .flatMap(({ value }) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** `allow` and `disallow` one after the other: `disallow=all`, `allow=ulaw,alaw`. */
export function codecsOf(entries: readonly Entry[]): string[] {
  let codecs: string[] = [];
  for (const { name, value } of entries) {
    const named = value.split(/[,&|]/).map((codec) => codec.trim().toLowerCase());
    if (/^disallow$/i.test(name)) {
      codecs = named.includes("all") ? [] : codecs.filter((codec) => !named.includes(codec));
    } else if (/^allow$/i.test(name)) codecs = [...new Set([...codecs, ...named])];
  }
  return codecs;
}

/** `user1 <100>`, `"user1" <100>`, `100`. */
export function callerOf(text: string | undefined): { callerName?: string; callerNumber?: string } {
  if (text === undefined) return {};
  const open = text.lastIndexOf("<");
  const close = text.indexOf(">", open);
  if (open === -1) {
    const value = text.trim();
    return /^[\d+*#]+$/.test(value) ? { callerNumber: value } : { callerName: unquoted(value) };
  }
  const number = text.slice(open + 1, close === -1 ? undefined : close).trim();
  const name = unquoted(text.slice(0, open).trim());
  return { ...(name === "" ? {} : { callerName: name }), callerNumber: number };
}

function unquoted(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}
