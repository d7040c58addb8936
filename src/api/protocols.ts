import { jupyterDisplay, type MimeBundle, table } from "../display/index.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";

/** How many frames have a label in the packet list's Protocol column. */
export interface ProtocolCount {
  protocol: string;
  frames: number;
  /** Of all frames, from 0 to 1. */
  share: number;
}

/** What a capture is made of, most frequent first. */
export class Protocols extends Rows<ProtocolCount> {
  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      columns: [
        { key: "protocol", label: h.protocol },
        { key: "frames", label: h.frames, kind: "number" },
        { key: "percent", label: h.share, kind: "number", decimals: 1 },
      ],
      rows: this.map((row) => ({ ...row, percent: 100 * row.share })),
    });
  }
}

export function countProtocols(labels: Iterable<string>): Protocols {
  const counts = new Map<string, number>();
  let total = 0;
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    total++;
  }
  const list = new Protocols();
  for (const [protocol, frames] of [...counts].sort(([, a], [, b]) => b - a)) {
    list.push({ protocol, frames, share: frames / total });
  }
  return list;
}
