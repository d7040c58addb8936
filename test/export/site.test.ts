import { join } from "node:path";
import { expect, test } from "vitest";
import type { Notebook } from "../../src/export/notebook.js";
import { linksOf, pageOf, planSite } from "../../src/export/site.js";

function notebook(path: string, markdown = "", code = "", metadata = {}): Notebook {
  const cell = {
    tags: new Set<string>(),
    attachments: {},
    sourceHidden: false,
    executionCount: undefined,
    outputs: [],
  };
  return {
    path: join("/lessons", path),
    metadata,
    cells: [
      { ...cell, type: "markdown", source: markdown },
      { ...cell, type: "code", source: code },
    ],
  };
}

const lessons = planSite([
  notebook("en/02-registration.ipynb", "intro\n\n# **Registration**: `REGISTER` and [RFC 3261](https://x)"),
  notebook("en/01-capture.ipynb", "# The capture"),
  notebook("fr/01-la-capture.ipynb", "# La capture"),
  notebook("fr/02-enregistrement.ipynb", "no heading"),
]);

test("pages of several folders keep them apart, pages of one folder need none", () => {
  expect(lessons.map(({ page }) => page)).toEqual([
    "en/02-registration.html",
    "en/01-capture.html",
    "fr/01-la-capture.html",
    "fr/02-enregistrement.html",
  ]);
  expect(planSite([notebook("a/x.ipynb"), notebook("a/y.ipynb")]).map(({ page }) => page)).toEqual([
    "x.html",
    "y.html",
  ]);
});

test("a title is the first heading without its marks, or the file's name", () => {
  expect(lessons.map(({ title }) => title)).toEqual([
    "Registration: REGISTER and RFC 3261",
    "The capture",
    "La capture",
    "02-enregistrement",
  ]);
  const [{ title }] = planSite([notebook("a.ipynb", "# From chan_sip to _PJSIP_")]);
  expect(title).toBe("From chan_sip to PJSIP");
});

test("the language is the metadata's, what the first cell sets, or the folder's", () => {
  const language = (one: Notebook) => planSite([one])[0]?.language;
  expect(language(notebook("en/a.ipynb", "", 'setLanguage("en")', { language: "fr" }))).toBe("fr");
  expect(language(notebook("en/a.ipynb", "", 'import "voiplab";\nsetLanguage("fr");'))).toBe("fr");
  expect(language(notebook("fr/a.ipynb"))).toBe("fr");
  expect(language(notebook("other/a.ipynb", "", "", { language: "de" }))).toBe("en");
});

test("lessons lead to their neighbours in their language, and to their translation by number", () => {
  const [second, first, , deuxieme] = lessons;
  expect(linksOf(second!, lessons)).toEqual({
    previous: { href: "01-capture.html", title: "The capture" },
    next: undefined,
    translation: { href: "../fr/02-enregistrement.html", title: "02-enregistrement", language: "fr" },
  });
  expect(linksOf(first!, lessons).next).toEqual({
    href: "02-registration.html",
    title: "Registration: REGISTER and RFC 3261",
  });
  expect(linksOf(deuxieme!, lessons).translation?.href).toBe("../en/02-registration.html");
  expect(linksOf(lessons[0]!, [lessons[0]!])).toEqual({});
});

test("a path to another notebook of the export leads to its page", () => {
  expect(pageOf(lessons[0]!, lessons, "01-capture.ipynb")).toBe("01-capture.html");
  expect(pageOf(lessons[0]!, lessons, "../fr/01-la-capture.ipynb")).toBe("../fr/01-la-capture.html");
  expect(pageOf(lessons[0]!, lessons, "09-none.ipynb")).toBeUndefined();
});

test("two notebooks for one page are refused", () => {
  expect(() => planSite([notebook("a.ipynb"), notebook("a.ipynb")])).toThrow(
    "/lessons/a.ipynb and /lessons/a.ipynb would both become a.html",
  );
});
