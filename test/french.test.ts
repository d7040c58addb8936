import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { faultsOf } from "./french.js";
import { literalsAfter, literalsOf } from "./literals.js";

const source = fileURLToPath(new URL("../src", import.meta.url));
const FRENCH = /\bconst (?:fr|french)\b[^=]*=|\bfr:/g;

/** The French strings of each file that has some: all of a catalogue's French half, what follows `fr:` elsewhere. */
const catalogues = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => {
    const text = readFileSync(join(source, path), "utf8");
    return { path, texts: path.endsWith(".fr.ts") ? literalsOf(text) : literalsAfter(text, FRENCH) };
  })
  .filter(({ texts }) => texts.length > 0);

test("every folder's French words are read", () => {
  const folders = new Set(catalogues.map(({ path }) => path.split(/[\\/]/)[0]));
  const expected = ["api", "asterisk", "audio", "capture", "cli", "course", "display", "dissect", "export"];
  expect([...folders]).toEqual(expect.arrayContaining([...expected, "files", "kernel"]));
  expect(catalogues.reduce((sum, { texts }) => sum + texts.length, 0)).toBeGreaterThan(1500);
});

test.each(catalogues)("$path is set as French is", ({ texts }) => {
  expect(texts.flatMap(({ text }) => faultsOf(text))).toEqual([]);
});

test("the faults are seen", () => {
  const faults = ["l'appel", "d'", "quoi ?", "ceci :", "«ceci »", "« ceci »", "a\u00a0;", "a\u202f:"];
  for (const fault of faults) expect([fault, faultsOf(fault).length > 0]).toEqual([fault, true]);
  expect(
    faultsOf("l’appel\u00a0: «\u00a0allô\u202f!\u00a0» ; puis `a ? b : c`".replace(" ;", "\u202f;")),
  ).toEqual([]);
});

test("strings are told from names, comments, patterns and code", () => {
  const template = "`c $" + "{x ? 'd' : `e$" + "{f}`} g`";
  const text = `const fr = { "a b": (z) => ${template}, /* "h" */ i: y.replace(/"j/g, "k") }; "l"`;
  expect(literalsAfter(text, FRENCH).map((literal) => literal.text)).toEqual(["c ", "d", "e", "", " g", "k"]);
});
