import { describe, expect, test } from "vitest";
import { lessons } from "../../src/course/lessons/index.js";
import { codeOf, headingsOf, LANGUAGES, lesson, NAMES, textOf } from "./lessons.js";

const written = lessons.flatMap((course) => {
  const name = NAMES.find((one) => one.startsWith(`${course.id}-`));
  return name ? [{ ...course, name }] : [];
});

describe.each(written)("lesson $id", ({ name, title, exercises }) => {
  test.each(LANGUAGES)("in %s asks each of its exercises once, and no other", (language) => {
    const code = codeOf(lesson(language, name)).map(textOf).join("\n");
    const asked = [...code.matchAll(/\bexercise\("([^"]+)"\)/g)].map(([, id]) => id);
    expect(asked.sort()).toEqual(exercises.map(({ id }) => id));
  });

  test.each(LANGUAGES)("in %s has the title by which progress names it", (language) => {
    const [heading] = headingsOf(lesson(language, name));
    expect(heading!.replace(/^# \d+\. /, "")).toMatch(new RegExp(`^${title[language]}(?:$|\\s?:)`));
  });

  test.each(LANGUAGES)("in %s ends by showing the progress", (language) => {
    expect(textOf(codeOf(lesson(language, name)).at(-1)!)).toBe("lab.progress()");
  });
});
