import { type MimeBundle, table } from "../../display/index.js";
import type { Analysis } from "../analysis.js";
import type { Frame } from "../frame.js";
import { contextOf } from "./context.js";
import { words } from "./words.js";

/** A row of the packet list, column by column: what stands there and what it says. */
export function explainRow(analysis: Analysis, frame: Frame): MimeBundle {
  const say = words().row;
  const context = contextOf(analysis);
  const { number, timeText, length, source, destination, protocol, info } = frame;
  const row = (column: string, value: string, means: string) => ({ column, value, means });
  return table({
    caption: say.caption(number),
    columns: [
      { key: "column", label: say.column },
      { key: "value", label: say.value, kind: "code" },
      { key: "means", label: say.means, kind: "sentence" },
    ],
    rows: [
      row(say.number, String(number), say.numberMeans),
      row(say.time, timeText, say.timeMeans),
      row(say.source, source, say.sourceMeans(context.party(source))),
      row(say.destination, destination, say.destinationMeans(context.party(destination))),
      row(say.protocol, protocol, say.protocols[protocol.split(/[ /]/)[0]!] ?? say.protocolMeans),
      row(say.length, String(length), say.lengthMeans),
      row(say.info, info, say.infoMeans),
    ],
  });
}
