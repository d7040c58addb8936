import { messages } from "../messages.js";
import { cut, visibleLine } from "../visible.js";
import { asciiByte, gapBefore, hexByte, hexLines } from "./hex.js";
import {
  DEEPEST,
  LONGEST_VALUE,
  MOST_BYTES,
  MOST_FIELDS,
  type PacketField,
  type PacketOptions,
} from "./model.js";

/** The layers and fields, indented, and the hex dump: the form of `tshark -V -x`. */
export function packetText({ number, layers, bytes, reassembled, length }: PacketOptions): string {
  const lines = [messages().packetTitle(number, length ?? bytes.length, bytes.length)];
  for (const layer of layers) {
    lines.push(shown(layer.label));
    addFields(layer.fields, 1, lines);
  }
  lines.push("", ...dump(bytes));
  if (reassembled) lines.push("", messages().reassembled(reassembled.length), ...dump(reassembled));
  return lines.join("\n");
}

function addFields(fields: readonly PacketField[], depth: number, lines: string[]): void {
  for (const { label, value, children } of fields) {
    if (lines.length >= MOST_FIELDS) return;
    lines.push("    ".repeat(depth) + (value === "" ? shown(label) : `${shown(label)}: ${shown(value)}`));
    if (children && depth < DEEPEST) addFields(children, depth + 1, lines);
  }
}

const shown = (text: string): string => cut(visibleLine(text.slice(0, LONGEST_VALUE + 1)), LONGEST_VALUE);

function dump(bytes: Uint8Array): string[] {
  const length = Math.min(bytes.length, MOST_BYTES);
  const lines = hexLines(length).map(({ offset, start, end }) => {
    let hex = "";
    let ascii = "";
    for (let i = start; i < end; i++) {
      hex += gapBefore(i - start) + hexByte(bytes[i]!);
      ascii += asciiByte(bytes[i]!);
    }
    return `${offset}  ${hex.padEnd(48)}  ${ascii}`;
  });
  return bytes.length > length ? [...lines, messages().moreBytes(bytes.length - length)] : lines;
}
