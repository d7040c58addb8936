import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Capture, Lab, openCapture, setLanguage } from "../../src/core.js";
import type { Expected } from "../../src/course/answers/expected.js";
import { matches } from "../../src/course/answers/match.js";
import { lessons } from "../../src/course/lessons/index.js";
import type { Language } from "../../src/language.js";
import { spellings } from "./spellings.js";

const folder = new URL("../../notebooks/captures/", import.meta.url);
const names = readdirSync(folder).filter((name) => /\.pcapng(?:\.gz)?$/.test(name));
const opened = (name: string) => openCapture(new File([readFileSync(new URL(name, folder))], name));
const exercises = lessons.flatMap((lesson) => lesson.exercises);
const LANGUAGES: Language[] = ["en", "fr"];

afterEach(() => setLanguage("en"));

/** The wrong answers of an exercise that can be told from the right one, and from those before them. */
function distinct(id: string, capture: Capture): { spelt: unknown; say: Record<Language, string> }[] {
  const exercise = exercises.find((one) => one.id === id)!;
  const right = exercise.answer(capture);
  const seen: Expected[] = right ? [right] : [];
  return exercise.wrong.flatMap(({ is, say }) => {
    const wrong = is(capture);
    const spelt = wrong && spellings(wrong).find((one) => !seen.some((other) => matches(one, other)));
    if (wrong) seen.push(wrong);
    return spelt === undefined ? [] : [{ spelt, say }];
  });
}

describe.each(names)("the exercises on %s", (name) => {
  let capture: Capture;
  beforeAll(async () => {
    capture = await opened(name);
  });

  it.each(exercises.map(({ id }) => id))("%s takes the right answer in all its spellings", (id) => {
    const expected = exercises.find((one) => one.id === id)!.answer(capture);
    if (!expected) {
      expect(new Lab().check(id, "1", capture).verdict).toBe("lacking");
      return;
    }
    for (const spelt of spellings(expected)) {
      expect([spelt, new Lab().check(id, spelt, capture).verdict]).toEqual([spelt, "right"]);
    }
  });

  it.each(exercises.map(({ id }) => id))("%s says what fits three wrong answers at least", (id) => {
    if (!exercises.find((one) => one.id === id)!.answer(capture)) return;
    const usual = distinct(id, capture);
    expect(usual.length).toBeGreaterThanOrEqual(3);
    for (const { spelt, say } of usual) {
      for (const language of LANGUAGES) {
        setLanguage(language);
        const feedback = new Lab().check(id, spelt, capture);
        expect([spelt, feedback.verdict]).toEqual([spelt, "wrong"]);
        expect(feedback.text).toContain(say[language]);
      }
    }
  });
});

describe("the exercises", () => {
  it("can each be answered on some capture here", async () => {
    const captures = await Promise.all(names.map(opened));
    const never = exercises.filter(({ answer }) => captures.every((capture) => !answer(capture)));
    expect(never.map(({ id }) => id)).toEqual([]);
  });

  it("have ids of their own, in order, three to six a lesson, and words in both languages", () => {
    expect(new Set(exercises.map(({ id }) => id)).size).toBe(exercises.length);
    for (const lesson of lessons) {
      expect(lesson.exercises.map(({ id }) => id)).toEqual(
        lesson.exercises.map((_, i) => `${lesson.id}-${i + 1}`),
      );
      expect(lesson.exercises.length).toBeGreaterThanOrEqual(3);
      expect(lesson.exercises.length).toBeLessThanOrEqual(6);
    }
    const texts = [
      ...lessons.map(({ title }) => title),
      ...exercises.flatMap(({ ask, hint, wrong }) => [ask, hint, ...wrong.map(({ say }) => say)]),
    ];
    for (const { en, fr } of texts) {
      expect(en.length).toBeGreaterThan(5);
      expect(fr.length).toBeGreaterThan(5);
    }
  });

  it("are those that the notebooks ask for, the same in both languages", () => {
    const notebooks = new URL("../../notebooks/", import.meta.url);
    const asked = (language: Language) => {
      const files = readdirSync(new URL(`${language}/`, notebooks)).filter((name) => name.endsWith(".ipynb"));
      const text = files
        .map((name) => readFileSync(new URL(`${language}/${name}`, notebooks), "utf8"))
        .join("");
      return [...text.matchAll(/\b(?:exercise|check)\(\\"([^"\\]*)/g)].map(([, id]) => id!);
    };
    const known = new Set(exercises.map(({ id }) => id));
    expect(asked("fr")).toEqual(asked("en"));
    expect(asked("en").filter((id) => !known.has(id))).toEqual([]);
  });

  it("are in another capture's words too, or say what it lacks", async () => {
    const empty = await openCapture(
      new Uint8Array(readFileSync(new URL(names[0]!, folder))).subarray(0, 3000),
    );
    for (const { id } of exercises) {
      const { verdict, text } = new Lab().check(id, "nonsense that nobody expects", empty);
      expect(["lacking", "wrong", "unreadable"]).toContain(verdict);
      expect(text).not.toBe("");
    }
  });
});
