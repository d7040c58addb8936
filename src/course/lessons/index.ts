import type { Lesson } from "../exercise.js";
import { lesson00 } from "./lesson-00.js";
import { lesson01 } from "./lesson-01.js";
import { lesson02 } from "./lesson-02.js";
import { lesson03 } from "./lesson-03.js";
import { lesson04 } from "./lesson-04.js";
import { lesson05 } from "./lesson-05.js";
import { lesson06 } from "./lesson-06.js";
import { lesson07 } from "./lesson-07.js";

/** The course, in the order of its lessons. */
export const lessons: readonly Lesson[] = [
  lesson00,
  lesson01,
  lesson02,
  lesson03,
  lesson04,
  lesson05,
  lesson06,
  lesson07,
];
