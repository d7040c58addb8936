import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openCapture } from "../../src/index.js";
import { FOLDER, LANGUAGES, lesson, NAMES, proseOf, textOf } from "./lessons.js";

interface Row {
  number: number;
  length: string;
  protocol: string;
  info: string;
}

/**
 * Number, length, protocol and Info by TShark 4.0.17 (`-2 -n -o rtp.heuristic_rtp:TRUE`) of the frames that the prose
 * names; a file for each capture.
 */
const goldens = new Map(
  readdirSync(new URL("frames", import.meta.url)).map((file) => {
    const text = readFileSync(new URL(`frames/${file}`, import.meta.url), "utf8");
    const rows = text.trimEnd().split("\n");
    return [
      file.replace(".tsv", ""),
      rows.map((row): Row => {
        const [number, length = "", protocol = "", info = ""] = row.split("\t");
        return { number: Number(number), length, protocol, info };
      }),
    ];
  }),
);
const recorded = goldens.get("01-call-100-to-300")!;

const plain = (info: string) => info.replace(/\s+/g, " ").trim();

/** The captures that a paragraph may speak of: the recorded one where it says `recorded`. */
const spokenOf = (paragraph: string): Row[] =>
  paragraph.includes("`recorded`") ? recorded : [...goldens.values()].flat();

const paragraphsOf = (name: string, language: (typeof LANGUAGES)[number]): string[] =>
  proseOf(lesson(language, name)).flatMap((cell) => textOf(cell).split("\n\n"));

describe("the frames that lessons name", () => {
  test.each(NAMES)("%s names only frames whose contents are known", (name) => {
    for (const language of LANGUAGES) {
      for (const paragraph of paragraphsOf(name, language)) {
        const known = new Set(spokenOf(paragraph).map(({ number }) => number));
        const unknown = [...framesIn(paragraph)].filter((number) => !known.has(number));
        expect(unknown, `${language}: ${paragraph}`).toEqual([]);
      }
    }
  });

  test.each([...goldens])("of %s hold what TShark says of them", async (name, rows) => {
    const capture = await openCapture(`${FOLDER}captures/${name}.pcapng`);
    for (const { number, length, protocol, info } of rows) {
      const frame = capture.frame(number);
      const shown = [String(frame.length), frame.protocol, plain(frame.info)];
      // `reply in 27` is known to who has read on
      expect(shown, `${number}`).toEqual([length, protocol, plain(info.replace(/ \(reply in \d+\)/, ""))]);
    }
  });

  test.each(NAMES)("%s: in tables, beside the message they bring", (name) => {
    for (const language of LANGUAGES) {
      for (const paragraph of paragraphsOf(name, language)) {
        for (const [, number, message] of paragraph.matchAll(/^\| (\d+) \| `([A-Z\d][^`]+)` \|/gm)) {
          const infos = spokenOf(paragraph).filter((row) => row.number === Number(number));
          expect(infos.map(({ info }) => info).join("\n"), `${number}`).toContain(message);
        }
      }
    }
  });
});

/** `frame 15`, `trames 24 à 27`, `capture.frame(5)`, and the rows of a table that begin with numbers. */
function framesIn(text: string): Set<number> {
  const lists = [
    ...text.matchAll(
      /\b(?:frames?|trames?)[\s*]+((?:\d+(?: ?\([^)]*\))?(?:,? (?:à|to|et|and) |, |(?=\D)))+)/g,
    ),
    ...text.matchAll(/\b(?:capture|recorded)\.frame\((\d+)\)/g),
    ...text.matchAll(
      /^\| (?:[^|\d]+ \| )?(\d+(?: ?\([^)]*\))?(?:,? (?:à|to) \d+(?: ?\([^)]*\))?)*(?:, \d+ (?:à|to) \d+[^|]*)?) \| `/gm,
    ),
  ];
  const numbers = lists.flatMap(([, list]) => list!.replace(/\([^)]*\)/g, "").match(/\d+/g) ?? []);
  return new Set(numbers.map(Number));
}
