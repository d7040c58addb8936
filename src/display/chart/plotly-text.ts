import { visibleLine } from "../visible.js";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", $: "&#36;" };

/** Text where Plotly reads its own markup (tags, entities, and `$…$` as mathematics). */
export function plotlyText(text: string): string {
  return visibleLine(text).replace(/[&<>$]/g, (character) => ENTITIES[character]!);
}

/** Lines of text for a hover label. */
export function plotlyLines(lines: readonly string[]): string {
  return lines.map(plotlyText).join("<br>");
}
