import type { Frame } from "../../api/frame.js";
import { openBytes } from "../../api/open.js";
import { packetText } from "../../display/packet/text.js";
import type { LayerDetails } from "../../dissect/details.js";
import type { Field } from "../../dissect/protocol.js";
import { BadArguments, formatOf, readArguments, rowOptions } from "../arguments.js";
import type { Cell } from "../cell.js";
import { rowWriter } from "../format.js";
import { messages } from "../messages.js";
import { print } from "../output.js";
import { withSource } from "../reading.js";
import type { Command } from "./index.js";

const COLUMNS = ["layer", "field", "label", "value", "start", "end"];

/** The details of one frame and its bytes; or, when a format for rows is asked for, its fields as rows. */
export const run: Command = (args) => {
  const { values, positionals } = readArguments(args, rowOptions);
  const format = values.format === undefined ? "table" : formatOf(values.format);
  const [path, wanted, ...rest] = positionals;
  if (path === undefined || wanted === undefined || rest.length > 0) {
    throw new BadArguments(messages().fileAndNumber(positionals.length));
  }
  if (!/^[1-9]\d*$/.test(wanted)) throw new BadArguments(messages().badNumber(wanted));
  return withSource(path, async (source) => {
    const capture = await openBytes(source);
    const frame = frameOf(() => capture.frame(Number(wanted)));
    if (format === "table") print(`${detailsOf(frame)}\n`);
    else {
      const writer = rowWriter(format, COLUMNS, print);
      for (const row of rowsOf(frame)) writer.row(row);
      writer.end();
    }
    return capture.warnings;
  });
};

/** What the capture says of a frame that it has not, is about the arguments. */
function frameOf(find: () => Frame): Frame {
  try {
    return find();
  } catch (error) {
    throw error instanceof RangeError ? new BadArguments(error.message) : error;
  }
}

/** The details, with the first and last byte of each layer and field before it, and the bytes. */
function detailsOf({ number, length, bytes, reassembled, layers }: Frame): string {
  const ranged = layers.map((layer) => ({
    ...layer,
    label: rangeOf(layer, layer.of === "reassembled" ? messages().ofReassembled() : "") + layer.label,
    fields: withRanges(layer.fields),
  }));
  return packetText({ number, length, bytes, layers: ranged, ...(reassembled && { reassembled }) });
}

function withRanges(fields: readonly Field[]): Field[] {
  return fields.map((field) => ({
    ...field,
    label: rangeOf(field) + field.label,
    ...(field.children && { children: withRanges(field.children) }),
  }));
}

function rangeOf({ start, end }: Field | LayerDetails, whose = ""): string {
  return end > start ? `[${start}-${end - 1}${whose}] ` : "";
}

/** Fields in the order of the details; their bytes are `[start, end)` of the frame. */
function* rowsOf(frame: Frame): Generator<Cell[]> {
  for (const { name: layer, fields } of frame.layers) yield* fieldRows(layer, fields);
}

function* fieldRows(layer: string, fields: readonly Field[]): Generator<Cell[]> {
  for (const { name, label, value, start, end, children = [] } of fields) {
    yield [layer, name, label, value, start, end];
    yield* fieldRows(layer, children);
  }
}
