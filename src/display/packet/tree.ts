import { type Html, html, raw } from "../html.js";
import { messages } from "../messages.js";
import { cut, visibleLine } from "../visible.js";
import { DEEPEST, LONGEST_VALUE, MOST_FIELDS, type PacketField, type PacketLayer } from "./model.js";

/** The layers as a tree that opens and closes without a script; the last one is open. */
export function treeHtml(layers: readonly PacketLayer[]): Html {
  const budget = { fields: MOST_FIELDS };
  return html`${layers.map((layer, i) => layerHtml(layer, i === layers.length - 1, budget))}`;
}

function layerHtml(layer: PacketLayer, open: boolean, budget: { fields: number }): Html {
  const { label, start, end, fields, of = "frame" } = layer;
  const range = end > start && html` <small>${messages().bytes(start, end - 1)}</small>`;
  return html`<details class="voiplab-layer" ${open && raw("open")}><summary data-bytes="${`${of} ${start} ${end}`}">${shown(label)}${range}</summary>${fieldsHtml(fields, of, 1, budget)}</details>\n`;
}

function fieldsHtml(
  fields: readonly PacketField[],
  of: string,
  depth: number,
  budget: { fields: number },
): Html {
  const items: Html[] = [];
  for (const field of fields) {
    if (budget.fields-- <= 0) break;
    items.push(fieldHtml(field, of, depth, budget));
  }
  return html`<ul>${items}</ul>`;
}

function fieldHtml(field: PacketField, of: string, depth: number, budget: { fields: number }): Html {
  const { name, label, value, start, end, children = [] } = field;
  const text = value === "" ? html`${shown(label)}` : html`${shown(label)}: <b>${shown(value)}</b>`;
  const bytes = `${of} ${start} ${end}`;
  const title = end > start ? `${name}\n${messages().bytes(start, end - 1)}` : name;
  if (children.length === 0 || depth >= DEEPEST) {
    return html`<li tabindex="-1" data-bytes="${bytes}" title="${title}">${text}</li>`;
  }
  const inner = fieldsHtml(children, of, depth + 1, budget);
  return html`<li><details open><summary data-bytes="${bytes}" title="${title}">${text}</summary>${inner}</details></li>`;
}

const shown = (text: string): string => cut(visibleLine(text.slice(0, LONGEST_VALUE + 1)), LONGEST_VALUE);
