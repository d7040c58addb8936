import { type Html, html } from "../html.js";
import { messages } from "../messages.js";
import { asciiByte, gapBefore, hexByte, hexLines } from "./hex.js";
import { DEEPEST, MOST_BYTES, type PacketField, type PacketLayer } from "./model.js";

/** The bytes as a hex dump, cut into runs where fields begin and end, so that a field's bytes can be lit up. */
export function dumpHtml(
  bytes: Uint8Array,
  layers: readonly PacketLayer[],
  of: "frame" | "reassembled",
): Html {
  const length = Math.min(bytes.length, MOST_BYTES);
  const cuts = new Uint8Array(length + 1);
  for (const layer of layers) if ((layer.of ?? "frame") === of) markCuts(layer, layer.fields, cuts, 1);
  const lines = hexLines(length).map(({ offset, start, end }) => {
    const hex: Html[] = [];
    const ascii: Html[] = [];
    for (let from = start; from < end; ) {
      let to = from + 1;
      while (to < end && cuts[to] === 0) to++;
      const run = `${of} ${from} ${to}`;
      hex.push(
        html`${gapBefore(from - start)}<span data-run="${run}">${hexRun(bytes, from, to, start)}</span>`,
      );
      ascii.push(html`<span data-run="${run}">${asciiRun(bytes, from, to)}</span>`);
      from = to;
    }
    const blanks = " ".repeat(2 + 3 * (16 - (end - start)) + (end - start <= 8 ? 1 : 0));
    return html`<small>${offset}</small>  ${hex}${blanks}${ascii}\n`;
  });
  const left = bytes.length - length;
  const more = left > 0 && html`<p class="voiplab-more">${messages().moreBytes(left)}</p>`;
  return html`<pre tabindex="0" aria-label="${messages().hexDump}">${lines}</pre>${more}`;
}

interface Range {
  start: number;
  end: number;
}

function markCuts(range: Range, fields: readonly PacketField[], cuts: Uint8Array, depth: number): void {
  if (range.start < cuts.length) cuts[Math.max(0, range.start)] = 1;
  if (range.end < cuts.length) cuts[Math.max(0, range.end)] = 1;
  if (depth > DEEPEST) return;
  for (const field of fields) markCuts(field, field.children ?? [], cuts, depth + 1);
}

function hexRun(bytes: Uint8Array, from: number, to: number, start: number): string {
  let text = hexByte(bytes[from]!);
  for (let i = from + 1; i < to; i++) text += gapBefore(i - start) + hexByte(bytes[i]!);
  return text;
}

function asciiRun(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += asciiByte(bytes[i]!);
  return text;
}
