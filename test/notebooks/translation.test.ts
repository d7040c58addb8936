import { describe, expect, test } from "vitest";
import { faultsOf } from "../french.js";
import { codeOf, headingsOf, LANGUAGES, lesson, NAMES, proseOf, textOf, withoutFences } from "./lessons.js";

describe.each(NAMES)("%s in both languages", (name) => {
  const fr = lesson("fr", name);
  const en = lesson("en", name);

  test("has the same cells in the same order", () => {
    const outline = ({ cells }: typeof fr) => cells.map(({ id, cell_type }) => `${cell_type} ${id}`);
    expect(outline(fr)).toEqual(outline(en));
  });

  test("has the same code, but for the line that sets the language", () => {
    expect(codeOf(fr).map(textOf).join("\n")).toContain('setLanguage("fr");');
    const neutral = (notebook: typeof fr) =>
      codeOf(notebook).map((cell) =>
        textOf(cell).replace(/^setLanguage\("(?:fr|en)"\);$/m, "setLanguage();"),
      );
    expect(neutral(fr)).toEqual(neutral(en));
    for (const code of neutral(fr)) expect(code).not.toMatch(/\/\/|\/\*/);
  });

  test("sets the language on the first line of code", () => {
    for (const language of LANGUAGES) {
      const [first] = codeOf(language === "fr" ? fr : en);
      expect(first!.source[0]).toBe(`setLanguage("${language}");\n`);
    }
  });

  test("has the same headings, tables, lists, quotes and fences in each cell", () => {
    const shape = (notebook: typeof fr) =>
      proseOf(notebook).map((cell) => [
        cell.id,
        ...textOf(cell)
          .split("\n")
          .map((line) => /^(#+ |\||- |\d+\. |> |```)/.exec(line)?.[1] ?? "")
          .filter((mark) => mark !== ""),
      ]);
    expect(shape(fr)).toEqual(shape(en));
    expect(headingsOf(fr).length).toBe(headingsOf(en).length);
  });

  test("names the same code in prose", () => {
    const named = (text: string) =>
      [...withoutFences(text).matchAll(/`([^`]+)`/g)].map(([, code]) => code).sort();
    for (const [i, cell] of proseOf(fr).entries()) {
      expect(named(textOf(cell)), cell.id).toEqual(named(textOf(proseOf(en)[i]!)));
    }
  });

  test("is set as French is: unbreakable spaces, guillemets, curly apostrophes", () => {
    for (const cell of proseOf(fr)) {
      const prose = withoutFences(textOf(cell))
        .replace(/^[|:\- ]+$/gm, "")
        .replace(/`[^`]*`|\]\([^)]*\)/g, "x");
      expect(faultsOf(prose), cell.id).toEqual([]);
      expect(prose, cell.id).not.toMatch(/'|[“”"]/);
      expect(prose, cell.id).not.toMatch(/[\p{L}\d»)][;!?»]/u);
      expect(prose, cell.id).not.toMatch(/\p{L}:(?!\/\/)/u);
    }
  });
});
