import { afterAll, describe, expect, test } from "vitest";
import { setLanguage } from "../../src/index.js";
import { foreignTo } from "./foreign.js";
import { CAPTURES, LANGUAGES, NAMES } from "./lessons.js";
import { plainText, type Shown, STUDIED, shownBy, shownOn } from "./running.js";

/** Lines of plain text that a reader takes in, and characters of HTML; a player carries its sound besides. */
const MOST_LINES = 30;
const MOST_HTML = 250_000;

afterAll(() => setLanguage("en"));

/** Words of ours in the other language; file names and what comes from the wire have none of them. */
const FOREIGN = {
  fr: /(?<!\p{L})(?:the|of|and|with|caller|callee|bytes|answered|before|seconds|server|phone|Step|Line|frame|time|key|buffer|delay)(?!\p{L})/u,
  en: /(?<![\p{L}/])(?:le|les|des|et|avec|appelant|appelé|octets|réponse|trame(?!-asterisk)|serveur|Ligne)(?!\p{L})/u,
};

/** Lines of our words, not of plain values: no comments of a capture, and of packet details, which speak as Wireshark does, the first alone. */
function linesOf(cell: Shown): string[] {
  return cell.bundles
    .filter((bundle) => "text/html" in bundle)
    .map((bundle) => String(bundle["text/plain"]))
    .flatMap((text) => text.split("\n", text.includes("\n0000  ") ? 1 : undefined))
    .filter((line) => !/^\s*(?:Comment|Commentaire)\s/.test(line));
}

/** All that a cell shows, in every form, without sounds, pictures and the comments of a capture. */
function everything({ bundles, printed }: Shown): string {
  const forms = bundles.map((bundle) => JSON.stringify(bundle).replaceAll("&#39;", "'"));
  return `${printed}\n${forms.join("\n")}`
    .replace(/base64,[\w+/=]+/g, "")
    .replace(/Comment(?:aire)?(?: {2,}|<).*?(?:\\n|<\/dd>|(?<!\\)")/g, "");
}

describe.each(LANGUAGES)("lessons in %s", (language) => {
  test.each(NAMES)(
    "%s runs from top to bottom, and each cell shows something of a bearable size",
    async (name) => {
      const cells = await shownBy(language, name);
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells.filter(({ id }) => !id.startsWith("your-turn"))) {
        const text = plainText(cell);
        expect(text.trim(), cell.id).not.toBe("");
        expect(text, cell.id).not.toContain("undefined");
        const read = cell.bundles.some((bundle) => "text/html" in bundle) ? cell.printed : text;
        expect(read.split("\n").length, cell.id).toBeLessThanOrEqual(MOST_LINES);
        for (const bundle of cell.bundles) {
          const markup = String(bundle["text/html"] ?? "").replace(/data:audio\/wav;base64,[\w+/=]+/g, "");
          expect(markup.length, cell.id).toBeLessThan(MOST_HTML);
        }
      }
    },
  );

  test.each(NAMES)("%s: what its exercises say to type shows something", async (name) => {
    const shown = (await shownBy(language, name)).filter(({ id }) => id.startsWith("your-turn"));
    for (const cell of shown) expect(plainText(cell), cell.id).not.toMatch(/^\s*$|undefined/);
  });

  test.each(NAMES)("%s: what is shown is in the language of the lesson", async (name) => {
    for (const cell of await shownBy(language, name)) {
      for (const line of linesOf(cell)) expect(line, cell.id).not.toMatch(FOREIGN[language]);
      expect(foreignTo(language)(everything(cell)), cell.id).toEqual([]);
    }
  });

  test.each(NAMES)("%s: what the message catalogue has is told from the other language's", async (name) => {
    const shown = await shownBy(language, name);
    const found = shown.flatMap((cell) => foreignTo(language === "fr" ? "en" : "fr")(everything(cell)));
    expect(new Set(found).size).toBeGreaterThan(10);
  });
});

describe.each(CAPTURES.filter((name) => name !== STUDIED))("lessons on %s", (capture) => {
  test.each(NAMES)("%s shows something in each cell, be it what the capture lacks", async (name) => {
    for (const cell of await shownOn(capture, "fr", name)) {
      expect(plainText(cell), cell.id).not.toMatch(/^\s*$|undefined/);
      expect(foreignTo("fr")(linesOf(cell).join("\n")), cell.id).toEqual([]);
    }
  });
});
