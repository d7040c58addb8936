import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { kernelInfo } from "../../src/kernel/front/info.js";
import { kernelSpec } from "../../src/kernel/index.js";
import { codeOf, FOLDER, headingsOf, LANGUAGES, lesson, NAMES, namesIn, proseOf, textOf } from "./lessons.js";

const SECTIONS = {
  fr: ["## Objectifs", "## À vous de jouer", "## À retenir"],
  en: ["## Objectives", "## Your turn", "## Key points"],
};

test("lessons are numbered without a gap, and are the same in both languages", () => {
  expect(namesIn("en")).toEqual(NAMES);
  expect(NAMES.map((name) => name.slice(0, 3))).toEqual(NAMES.map((_, i) => `0${i}-`));
});

describe.each(LANGUAGES)("lessons in %s", (language) => {
  describe.each(NAMES)("%s", (name) => {
    const notebook = lesson(language, name);

    test("is a notebook of format 4.5, and says of its kernel what JupyterLab would write there", () => {
      expect([notebook.nbformat, notebook.nbformat_minor]).toEqual([4, 5]);
      const { display_name, language } = kernelSpec() as Record<string, unknown>;
      expect(notebook.metadata).toEqual({
        kernelspec: { name: "voiplab", display_name, language },
        language_info: kernelInfo().language_info,
      });
    });

    test("stores no outputs and no counts", () => {
      for (const cell of codeOf(notebook)) {
        expect(cell.outputs, cell.id).toEqual([]);
        expect(cell.execution_count, cell.id).toBeNull();
      }
    });

    test("has cells of its own, each with an id, and not too many", () => {
      const ids = notebook.cells.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[\w-]{1,64}$/);
      for (const cell of notebook.cells) expect(cell.metadata, cell.id).toEqual({});
      expect(ids.length).toBeGreaterThanOrEqual(15);
      expect(ids.length).toBeLessThanOrEqual(40);
      expect(codeOf(notebook).length).toBeGreaterThanOrEqual(7);
    });

    test("begins with its title and objectives, and ends with exercises and key points", () => {
      const headings = headingsOf(notebook);
      expect(headings.filter((heading) => heading.startsWith("# "))).toEqual([headings[0]]);
      expect(headings[0]).toMatch(new RegExp(`^# ${Number(name.slice(0, 2))}\\. `));
      const [objectives, yourTurn, keyPoints] = SECTIONS[language];
      expect(headings[1]).toBe(objectives);
      expect(headings.slice(-2)).toEqual([yourTurn, keyPoints]);
      const lists = proseOf(notebook).map(textOf);
      expect(lists.find((text) => text.includes(objectives!))).toMatch(/(?:^- .+\n){3}/m);
      expect(lists.find((text) => text.includes(keyPoints!))).toMatch(/(?:^- .+\n){3}/m);
    });

    test("leads to the lessons around it, and to no file that is not there", () => {
      const links = [
        ...proseOf(notebook)
          .map(textOf)
          .join("\n")
          .matchAll(/\]\(([^)]*)\)/g),
      ].map(([, target]) => target!);
      for (const target of links) expect(existsSync(`${FOLDER}${language}/${target}`), target).toBe(true);
      const at = NAMES.indexOf(name);
      for (const around of NAMES.slice(Math.max(0, at - 1), at + 2).filter((other) => other !== name)) {
        expect(links).toContain(`${around}.ipynb`);
      }
    });
  });
});
