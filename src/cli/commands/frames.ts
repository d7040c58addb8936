import { readCapture } from "../../capture/index.js";
import { destinationOf, infoPiecesOf, protocolOf, sourceOf } from "../../dissect/columns.js";
import { Dissector } from "../../dissect/dissector.js";
import { formatOf, onlyFile, readArguments, rowOptions } from "../arguments.js";
import { Seconds } from "../cell.js";
import { rowWriter } from "../format.js";
import { print } from "../output.js";
import { withSource } from "../reading.js";
import type { Command } from "./index.js";

const COLUMNS = ["number", "time", "source", "destination", "protocol", "length", "info"];

/** The packet list, printed as the capture is read: it holds one frame at a time. */
export const run: Command = (args) => {
  const { values, positionals } = readArguments(args, rowOptions);
  const writer = rowWriter(formatOf(values.format), COLUMNS, print);
  const dissector = new Dissector();
  /** Of the first time stamp: since it are all others counted, so they may be as fine on a coarser interface. */
  let firstDecimals: number | undefined;
  return withSource(onlyFile(positionals), async (source) => {
    const { warnings } = await readCapture(source, (bytes, start, end, record) => {
      const packet = dissector.learn(bytes, start, end, record);
      if (record.stamped) firstDecimals ??= record.decimals;
      const decimals = Math.max(record.decimals, firstDecimals ?? 0);
      writer.row([
        packet.number,
        record.stamped ? new Seconds(packet.time, decimals, record.timeRest) : undefined,
        sourceOf(packet),
        destinationOf(packet),
        protocolOf(packet),
        packet.length,
        infoPiecesOf(packet),
      ]);
    });
    writer.end();
    return warnings;
  });
};
