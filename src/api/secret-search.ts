import { type Displayable, facts, jupyterDisplay, type MimeBundle, number } from "../display/index.js";
import { words } from "./messages.js";

/** All secrets of four digits, `0000` to `9999`. */
export function* fourDigits(): Generator<string> {
  for (let number = 0; number < 10_000; number++) yield String(number).padStart(4, "0");
}

/** What other kinds of secrets there are, by how many: letters and digits are 62. */
const KINDS = { digits4: 1e4, digits8: 1e8, letters8: 62 ** 8, letters12: 62 ** 12 } as const;
const YEAR = 365.25 * 86_400;

/** How a search for a secret ended, and what that says about secrets. */
export class SecretSearch implements Displayable {
  constructor(
    /** The secret that gives the response that was sent; undefined where none of those tried does. */
    readonly secret: string | undefined,
    /** How many were tried. */
    readonly tried: number,
  ) {}

  [jupyterDisplay](): MimeBundle {
    const h = words();
    return facts({
      title: h.search,
      facts: [
        { label: h.secretFound, value: this.secret ?? h.nothingFound, kind: "code" },
        { label: h.secretsTried, value: this.tried },
        ...Object.entries(KINDS).map(([kind, count]) => ({
          label: h.secretKinds[kind as keyof typeof KINDS],
          value: h.secretLapse(powerText(count), lapseAt(count)),
        })),
      ],
    });
  }
}

/** `10,000`, `2.2 × 10¹⁴`. */
function powerText(count: number): string {
  if (count < 1e9) return number(count, 0);
  const [mantissa = "", power = ""] = count.toExponential(1).split("e+");
  const raised = [...power].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join("");
  return `${number(Number(mantissa), 1)} × 10${raised}`;
}

/** How long so many take where 10,000 take a second. */
function lapseAt(count: number): string {
  const h = words();
  const seconds = count / 1e4;
  if (seconds < 120) return h.seconds(number(seconds, 0));
  if (seconds < 2 * 86_400) return h.hours(number(seconds / 3600, 1));
  return h.years(number(seconds / YEAR, 0));
}
