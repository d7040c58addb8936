import { expect, test } from "vitest";
import { catalogues } from "./catalogues.js";
import { faultsOf } from "./french.js";
import { literalsAfter } from "./literals.js";

const french = catalogues("fr");

test("every folder's French words are read", () => {
  const folders = new Set(french.map(({ path }) => path.split(/[\\/]/)[0]));
  const expected = ["api", "asterisk", "audio", "capture", "cli", "course", "display", "dissect", "export"];
  expect([...folders]).toEqual(expect.arrayContaining([...expected, "files", "kernel"]));
  expect(french.reduce((sum, { texts }) => sum + texts.length, 0)).toBeGreaterThan(1500);
});

test.each(french)("$path is set as French is", ({ texts }) => {
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
  expect(literalsAfter(text, /\bconst fr\b[^=]*=/g).map((literal) => literal.text)).toEqual([
    "c ",
    "d",
    "e",
    "",
    " g",
    "k",
  ]);
});
