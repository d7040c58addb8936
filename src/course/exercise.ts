import type { Capture } from "../api/index.js";
import type { Expected } from "./answers/expected.js";
import type { Texts } from "./texts.js";

/** What the reader is to do: guess first, run a cell, look closely, change a cell, write one. */
export type Stage = "predict" | "run" | "investigate" | "modify" | "make";

/** What a capture must hold for an exercise to make sense. */
export type Need =
  | "frames"
  | "server"
  | "registration"
  | "accounts"
  | "challenge"
  | "secret"
  | "call"
  | "answer"
  | "voice"
  | "end"
  | "hangup"
  | "ringing";

/** A usual wrong answer, and what to say to it. */
export interface Wrong {
  /** What it is in this capture; undefined where it cannot be given. */
  is(capture: Capture): Expected | undefined;
  say: Texts;
}

/** An exercise. No answer stands in it: answers are computed from the capture that is open. */
export interface Exercise {
  /** Lesson and place in it: `02-3`. */
  id: string;
  stage: Stage;
  ask: Texts;
  /** What the capture lacks where `answer` finds none. */
  needs: Need;
  answer(capture: Capture): Expected | undefined;
  /** In the order in which they are looked for; right answers never come to them. */
  wrong: readonly Wrong[];
  hint: Texts;
}

/** A lesson's exercises. */
export interface Lesson {
  /** `02` */
  id: string;
  title: Texts;
  exercises: readonly Exercise[];
}
