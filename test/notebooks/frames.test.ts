import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openCapture } from "../../src/index.js";
import { FOLDER, LANGUAGES, lesson, NAMES, proseOf, textOf } from "./lessons.js";

/** Number, length, protocol and Info by TShark 4.0.17 (`-n -o rtp.heuristic_rtp:TRUE`) of the frames that the prose names. */
const rows = readFileSync(new URL("frames.tsv", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");
const golden = rows.map((row) => row.split("\t"));

const plain = (info: string) => info.replace(/\s+/g, " ").trim();

describe("the frames that lessons name", () => {
  test.each(NAMES)("%s names only frames whose contents are known", (name) => {
    const known = new Set(golden.map(([number]) => Number(number)));
    for (const language of LANGUAGES) {
      const named = framesIn(proseOf(lesson(language, name)).map(textOf).join("\n"));
      expect(
        [...named].filter((number) => !known.has(number)),
        language,
      ).toEqual([]);
    }
  });

  test("hold what TShark says of them", async () => {
    const capture = await openCapture(`${FOLDER}captures/01-call-100-to-300.pcapng`);
    for (const [number, length, protocol, info] of golden) {
      const frame = capture.frame(Number(number));
      expect([String(frame.length), frame.protocol, plain(frame.info)], number).toEqual([
        length,
        protocol,
        plain(info!),
      ]);
    }
  });

  test("are of the sizes that the prose counts with", async () => {
    const length = (number: string) => Number(golden.find(([other]) => other === number)![1]);
    expect(length("1")).toBe(608);
    expect(length("3") - length("1")).toBe(162);
    const capture = await openCapture(`${FOLDER}captures/01-call-100-to-300.pcapng`);
    const sizes = (number: number) => capture.frame(number).layers.map(({ start, end }) => [start, end]);
    expect(sizes(1)).toEqual([
      [0, 14],
      [14, 34],
      [34, 42],
      [42, 608],
    ]);
    expect(capture.frame(58).rtp?.payload).toEqual(new Uint8Array(160).fill(0xff));
  });

  test("in tables, beside the message they bring", () => {
    const brings = new Map(golden.map(([number, , , info]) => [number, info!]));
    for (const language of LANGUAGES) {
      const text = proseOf(lesson(language, "03-call-setup")).map(textOf).join("\n");
      const named = [...text.matchAll(/^\| (\d+) \| `([^`]+)` \|/gm)];
      expect(named.map(([, number]) => number)).toEqual(["30", "31", "32", "33", "34", "38", "42", "45"]);
      for (const [, number, message] of named) expect(brings.get(number!)).toContain(message);
    }
  });
});

/** `frame 15`, `trames 24 à 27`, `capture.frame(5)`, and the rows of a table that begin with numbers. */
function framesIn(text: string): Set<number> {
  const lists = [
    ...text.matchAll(
      /\b(?:frames?|trames?)[\s*]+((?:\d+(?: ?\([^)]*\))?(?:,? (?:à|to|et|and) |, |(?=\D)))+)/g,
    ),
    ...text.matchAll(/capture\.frame\((\d+)\)/g),
    ...text.matchAll(
      /^\| (?:[^|\d]+ \| )?(\d+(?: ?\([^)]*\))?(?:,? (?:à|to) \d+(?: ?\([^)]*\))?)*(?:, \d+ (?:à|to) \d+[^|]*)?) \|/gm,
    ),
  ];
  const numbers = lists.flatMap(([, list]) => list!.replace(/\([^)]*\)/g, "").match(/\d+/g) ?? []);
  return new Set(numbers.map(Number));
}
