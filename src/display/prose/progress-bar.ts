import type { MimeBundle } from "../bundle.js";
import { html } from "../html.js";
import { messages } from "../messages.js";
import { number } from "../numbers.js";
import { shell } from "../shell.js";
import progressStyle from "../style/progress.css?raw";
import { cut, visibleLine } from "../visible.js";

export interface ProgressOptions {
  /** What is under way. */
  label: string;
  /** How many steps are done, and of how many; the latter absent where nobody knows. */
  done: number;
  total?: number | undefined;
  /** Whether the work is over. */
  over?: boolean;
  /** What the numbers count: `MB`. */
  unit?: string;
}

const CELLS = 24;
const LONGEST = 200;

/** How far some work is: a bar where the whole is known, a count elsewhere. */
export function progressBar({ label, done, total, over = false, unit = "" }: ProgressOptions): MimeBundle {
  const name = cut(visibleLine(label), LONGEST);
  const share = total === undefined ? undefined : total > 0 ? Math.min(1, done / total) : 1;
  const count = [number(done, 0), ...(total === undefined ? [] : ["/", number(total, 0)]), unit];
  const amount = count.filter(Boolean).join(" ");
  const percent = share === undefined ? "" : ` (${number(Math.floor(100 * share), 0)} %)`;
  const sign = over ? (share === undefined || share === 1 ? "✓" : "…") : "";
  const bar =
    share === undefined && !over
      ? html`<progress aria-label="${name}"></progress>`
      : html`<progress aria-label="${name}" value="${share ?? 1}" max="1"></progress>`;
  const content = html`<p><span>${name}</span>${bar}<small>${amount}${percent} ${sign}</small></p>`;
  const filled = Math.floor(CELLS * (share ?? 0));
  const drawn = share === undefined ? "" : `${"█".repeat(filled)}${"░".repeat(CELLS - filled)} `;
  return {
    "text/html": shell("progress", progressStyle, content).toString(),
    "text/plain": [name, name && `${messages().colon} `, drawn, amount, percent, sign && ` ${sign}`].join(""),
  };
}
