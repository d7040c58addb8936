import { alignedLines } from "../aligned.js";
import { messages } from "../messages.js";
import { cutWidth } from "../width.js";
import type { PreparedTable } from "./prepared.js";

/** Rows shown where there is nothing to scroll. */
const MOST_ROWS = 40;
const WIDEST = 40;
const WIDEST_SENTENCE = 120;

const signs = { good: "✓ ", warning: "! ", bad: "✗ " } as const;

/** A table as aligned columns of text, without boxes. */
export function tableText({ caption, columns, rows, left }: PreparedTable): string {
  const shown = rows.slice(0, MOST_ROWS);
  const signed = rows.some((row) => row.highlight);
  const lines = shown.map(({ cells, highlight }) => {
    const texts = cells.map((cell, i) =>
      cutWidth(cell, columns[i]!.kind === "sentence" ? WIDEST_SENTENCE : WIDEST),
    );
    return signed ? [highlight ? signs[highlight] : "  ", ...texts] : texts;
  });
  const heads = columns.map(({ label }) => cutWidth(label, WIDEST));
  const sides = columns.map(({ kind }) => (/^(?:number|duration|time|frame)$/.test(kind) ? "right" : "left"));
  if (signed) {
    heads.unshift("  ");
    sides.unshift("left");
  }
  const more = left + rows.length - shown.length;
  return [
    ...(caption === undefined ? [] : [caption, ""]),
    ...alignedLines([heads, ...lines], sides as ("left" | "right")[]),
    ...(rows.length === 0 ? [messages().empty] : []),
    ...(more > 0 ? [messages().more(more)] : []),
  ].join("\n");
}
