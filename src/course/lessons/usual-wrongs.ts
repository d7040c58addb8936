import type { Capture } from "../../api/index.js";
import { measure } from "../answers/expected.js";
import type { Wrong } from "../exercise.js";
import { firstCall, lapseOf } from "./facts.js";

/** A time in milliseconds where seconds are asked for. */
export function inMilliseconds(seconds: (capture: Capture) => number | undefined): Wrong {
  return {
    is: (capture) => measure(1000 * (seconds(capture) ?? Number.NaN), "s", 0.5),
    say: {
      en: "That is milliseconds; seconds are asked for.",
      fr: "Ce sont des millisecondes ; on demande des secondes.",
    },
  };
}

/** The whole of the first call where a part of it is asked for. */
export const wholeCall: Wrong = {
  is: (capture) => measure(lapseOf(firstCall(capture)), "s", 0.006),
  say: {
    en: "That is the whole call, from its first message to its last.",
    fr: "C’est tout l’appel, du premier message au dernier.",
  },
};
