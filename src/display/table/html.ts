import { type Html, type HtmlValue, html, raw } from "../html.js";
import { messages } from "../messages.js";
import { shell } from "../shell.js";
import tableStyle from "../style/table.css?raw";
import { cut } from "../visible.js";
import type { PreparedColumn, PreparedRow, PreparedTable } from "./prepared.js";

/** Characters of a cell; the rest is in its tooltip. */
const SHOWN = 120;
/** Of values that are followed, in the style sheet. */
const COLOURS = 7;

const classes: Record<PreparedColumn["kind"], string> = {
  frame: "f",
  number: "n",
  duration: "n",
  time: "m",
  address: "m",
  code: "m",
  text: "t",
  sentence: "t s",
};

const signs = { good: "✓", warning: "!", bad: "✗" } as const;

export function tableHtml(table: PreparedTable): Html {
  const { caption, columns, rows } = table;
  const heads = columns.map(({ label, title, kind }) =>
    title === undefined
      ? html`<th scope="col" class="${classes[kind]}">${label}</th>`
      : html`<th scope="col" class="${classes[kind]}" title="${title}">${label}</th>`,
  );
  const none = html`<tr><td class="t" colspan="${Math.max(1, columns.length)}">${messages().empty}</td></tr>`;
  const body = rows.length === 0 ? none : rows.map((row) => rowHtml(row, columns));
  const grid = html`<table>${
    caption === undefined ? "" : html`<caption>${caption}</caption>`
  }<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`;
  const name = caption ?? messages().table;
  const box = html`<div class="voiplab-scroll" style="max-height:400px;overflow:auto" tabindex="0" role="region" aria-label="${name}">${grid}</div>`;
  return shell("table", tableStyle, html`${box}${foot(table)}`);
}

/** Frames of three ranges and more may go on several lines, but no range is broken. */
function unbroken(frames: string): HtmlValue {
  if (!frames.includes(" ")) return frames;
  const ranges = frames.split(", ");
  if (ranges.length < 3) return html`<span>${frames}</span>`;
  return ranges.map((range, i) => html`${i > 0 && " "}<span>${range}${i < ranges.length - 1 && ","}</span>`);
}

function rowHtml({ cells, marks, filter, highlight }: PreparedRow, columns: readonly PreparedColumn[]): Html {
  const sign =
    highlight &&
    html`<span class="voiplab-sign" role="img" aria-label="${messages()[highlight]}">${signs[highlight]}</span>`;
  const tds = cells.map((cell, i) => {
    const { kind } = columns[i]!;
    const whole = kind === "sentence" || cell.length <= SHOWN;
    const text = whole ? cell : cut(cell, SHOWN);
    const shown: HtmlValue = [i === 0 && sign, kind === "frame" ? unbroken(text) : text];
    const title = kind === "frame" ? filter : whole ? undefined : cell;
    const mark = marks[i];
    const look = mark === undefined ? classes[kind] : `${classes[kind]} c${mark % COLOURS}`;
    return title === undefined
      ? html`<td class="${look}">${shown}</td>`
      : html`<td class="${look}" title="${title}">${shown}</td>`;
  });
  return highlight ? html`<tr class="${highlight}">${tds}</tr>\n` : html`<tr>${tds}</tr>\n`;
}

function foot({ left, filter }: PreparedTable): Html {
  const more = left > 0 && html`<p class="voiplab-more">${messages().more(left)}</p>`;
  const found =
    filter !== undefined && html`<p class="voiplab-filter">${messages().filter} <code>${filter}</code></p>`;
  return more || found ? html`${more}${found}` : raw("");
}
