// What a kernel's TypeScript does without: its text and its functions would stay in the memory of each kernel, twice.
import { readFileSync } from "node:fs";

/** Parts that only an editor's menus need: corrections and conversions of code. */
const menus = /^src\/services\/(?:codefixes|refactors)\//;

/** A plugin for esbuild that leaves them out. */
export const smallerTypeScript = {
  name: "smaller-typescript",
  setup({ onLoad }) {
    onLoad({ filter: /typescript-for-tslab[\\/]lib[\\/]typescript\.js$/ }, ({ path }) => ({
      contents: withoutMenus(withoutTranslations(readFileSync(path, "utf8"))),
    }));
  },
};

/** Takes away the names under which translations of messages would be looked up. */
function withoutTranslations(text) {
  return text.replace(/(\bdiag\(\d+, \d(?: \/\* \w+ \*\/)?, )"\w+"/g, '$1""');
}

/** Takes away the parts for menus, but for those that others mention by one of their names. */
function withoutMenus(text) {
  const [head, ...rest] = text.split(/^ {2}\/\/ (src\/\S+)$/m);
  const parts = rest.flatMap((name, i) => (i % 2 === 0 ? [partOf(name, rest[i + 1])] : []));
  const left = new Set(parts.filter(({ name }) => menus.test(name)));
  for (let before = 0; before !== left.size; ) {
    before = left.size;
    const mentioned = new Set(parts.filter((part) => !left.has(part)).flatMap(({ words }) => words));
    for (const part of left) if (part.names.some((name) => mentioned.has(name))) left.delete(part);
  }
  return [head, ...parts.map((part) => (left.has(part) ? part.beginnings : part.text))].join("\n");
}

function partOf(name, text) {
  const declared = [...text.matchAll(/^ {2}(?:(?:async )?function\*? (\w+)|var ([\w, ]+))/gm)]
    .flatMap(([, one, list]) => one ?? list.split(","))
    .map((each) => each.trim().split(" ")[0]);
  const begins = (each) => each.startsWith("init_");
  return {
    name,
    text,
    names: declared.filter((each) => !begins(each)),
    // lists of exports do no more than mention names
    words: text.replace(/^ {2}__export\(\w+, \{.*?^ {2}\}\);/gms, "").match(/\w+/g),
    // what other parts call to begin with this one
    beginnings: declared
      .filter(begins)
      .map((each) => `  function ${each}() {}`)
      .join("\n"),
  };
}
