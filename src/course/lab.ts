import { type Capture, latestCapture, View } from "../api/index.js";
import { paragraph, table } from "../display/index.js";
import type { Expected } from "./answers/expected.js";
import { difference } from "./answers/lists.js";
import { matches, readable } from "./answers/match.js";
import type { Exercise } from "./exercise.js";
import { Feedback } from "./feedback.js";
import { lessons } from "./lessons/index.js";
import { words } from "./messages.js";
import { said } from "./texts.js";

/** Wrong answers after which the hint comes by itself. */
const PATIENCE = 2;

interface State {
  tries: number;
  /** Names of the captures on which it was solved. */
  solvedOn: Set<string>;
}

/** The exercises of the course, and which of them are solved in this session. */
export class Lab {
  private readonly states = new Map<string, State>();

  /**
   * The exercise as a card: what is asked, and how to answer.
   *
   * @throws RangeError where there is none of that id
   */
  exercise(id: string): View {
    const found = find(id);
    return new View(() => {
      const say = words();
      const capture = latestCapture();
      const expected = capture && answerIn(capture, found);
      const form = expected ? ` ${say.answerWith(found.id, formOf(expected))}` : "";
      return paragraph({
        title: say.exercise(found.id, say.stages[found.stage]),
        text: `${said(found.ask)}${form}`,
      });
    });
  }

  /**
   * Checks an answer against the capture: the one opened last, unless one is given.
   *
   * @throws RangeError where there is no exercise of that id, TypeError where no capture is open
   */
  check(id: string, answer: unknown, capture: Capture | undefined = latestCapture()): Feedback {
    const found = find(id);
    const say = words();
    if (!capture) throw new TypeError(say.noCapture);
    const expected = answerIn(capture, found);
    if (!expected)
      return new Feedback(found.id, "lacking", say.lacking(capture.name, say.needs[found.needs]));
    if (!readable(answer, expected)) {
      return new Feedback(found.id, "unreadable", say.unreadable(formOf(expected)));
    }
    const state = this.state(found.id);
    state.tries++;
    if (matches(answer, expected)) {
      state.solvedOn.add(capture.name);
      return new Feedback(found.id, "right", say.right);
    }
    return new Feedback(
      found.id,
      "wrong",
      [say.wrong, compared(answer, expected, state.tries), reply(found, answer, capture, state.tries)]
        .filter((part) => part !== "")
        .join(" "),
    );
  }

  /** Whether an exercise was solved. */
  solved(id: string): boolean {
    return this.state(find(id).id).solvedOn.size > 0;
  }

  /** What is solved, lesson by lesson. */
  progress(): View {
    return new View(() => {
      const say = words();
      const rows = lessons.map(({ id, title, exercises }) => {
        const states = exercises.map((exercise) => this.state(exercise.id));
        const open = exercises
          .filter((_, i) => states[i]!.solvedOn.size === 0)
          .map((exercise) => exercise.id);
        return {
          lesson: `${id} ${said(title)}`,
          solved: `${states.map(({ solvedOn }) => (solvedOn.size > 0 ? "●" : "○")).join("")} ${exercises.length - open.length}/${exercises.length}`,
          tries: states.reduce((sum, { tries }) => sum + tries, 0),
          open: open.length === 0 ? say.allSolved : open.join(", "),
          captures: [...new Set(states.flatMap(({ solvedOn }) => [...solvedOn]))],
          done: open.length === 0,
        };
      });
      return table({
        caption: say.progress,
        columns: [
          { key: "lesson", label: say.lesson },
          { key: "solved", label: say.solved, kind: "code" },
          { key: "tries", label: say.tries, kind: "number" },
          { key: "open", label: say.open },
          { key: "captures", label: say.onCapture },
        ],
        rows,
        highlight: ({ done }) => (done ? "good" : undefined),
      });
    });
  }

  /** Forgets what was solved. */
  reset(): void {
    this.states.clear();
  }

  private state(id: string): State {
    const found = this.states.get(id) ?? { tries: 0, solvedOn: new Set() };
    this.states.set(id, found);
    return found;
  }
}

const answers = new WeakMap<Capture, Map<string, Expected | undefined>>();

/** The right answer in a capture, computed once: some take a search. */
function answerIn(capture: Capture, { id, answer }: Exercise): Expected | undefined {
  const known = answers.get(capture) ?? new Map<string, Expected | undefined>();
  answers.set(capture, known);
  if (!known.has(id)) known.set(id, answer(capture));
  return known.get(id);
}

/** What is said to a wrong answer: what fits it, and the hint where nothing does or patience ends. */
function reply(exercise: Exercise, answer: unknown, capture: Capture, tries: number): string {
  const usual = exercise.wrong.find(({ is }) => {
    const wrong = is(capture);
    return wrong !== undefined && matches(answer, wrong);
  });
  const hint = words().hint(said(exercise.hint));
  if (!usual) return hint;
  return tries > PATIENCE ? `${said(usual.say)} ${hint}` : said(usual.say);
}

/** Of a list, what is there too many and what is missing: how many first, their names where patience ends. */
function compared(answer: unknown, expected: Expected, tries: number): string {
  if (expected.kind !== "list") return "";
  const say = words();
  const { missing, extra } = difference(answer, expected.items);
  const parts = [
    ...(extra.length > 0 ? [say.extra(extra.join(", "))] : []),
    ...(missing.length > 0 ? [say.missing(missing.length, tries > PATIENCE ? missing.join(", ") : "")] : []),
  ];
  return parts.join(" ");
}

function formOf(expected: Expected): string {
  const { forms, inUnit } = words();
  const form = forms[expected.kind];
  return expected.kind === "number" && expected.unit ? inUnit(form, expected.unit) : form;
}

function find(id: string): Exercise {
  const all = lessons.flatMap(({ exercises }) => exercises);
  const found = all.find((exercise) => exercise.id === String(id).trim());
  if (!found) throw new RangeError(words().noSuch(String(id), all.map((exercise) => exercise.id).join(", ")));
  return found;
}

/** The course of this session. */
export const lab = new Lab();

/** An exercise as a card. */
export function exercise(id: string): View {
  return lab.exercise(id);
}

/** Checks an answer to an exercise against the capture opened last, or the one given. */
export function check(id: string, answer: unknown, capture?: Capture): Feedback {
  return lab.check(id, answer, capture);
}
