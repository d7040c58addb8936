import type { BufferTrial } from "../audio/index.js";
import { type Displayable, jupyterDisplay, lineChart, type MimeBundle, table } from "../display/index.js";
import { words } from "./messages.js";
import { Rows } from "./rows.js";
import { View } from "./view.js";

/** What jitter buffers of several sizes do to a stream: more delay against more packets lost. */
export class BufferTrials extends Rows<BufferTrial> implements Displayable {
  /** The share of packets dropped, by what the buffer holds. */
  chart(): View {
    return new View(() => {
      const h = words();
      const y = this.map(({ share }) => 100 * share);
      return lineChart({
        title: h.bufferTrials,
        xLabel: h.bufferSize,
        yLabel: h.droppedShare,
        series: [{ name: h.droppedShare, x: this.map(({ buffer }) => buffer), y }],
      });
    });
  }

  [jupyterDisplay](): MimeBundle {
    const h = words();
    return table({
      caption: h.bufferTrials,
      columns: [
        { key: "buffer", label: h.bufferSize, kind: "number" },
        { key: "dropped", label: h.droppedPackets, kind: "number" },
        { key: "percent", label: h.droppedShare, kind: "number", decimals: 2 },
      ],
      rows: this.map((row) => ({ ...row, percent: 100 * row.share })),
      highlight: ({ dropped }) => (dropped === 0 ? "good" : undefined),
    });
  }
}

export function bufferTrials(trials: readonly BufferTrial[]): BufferTrials {
  const list = new BufferTrials();
  for (const trial of trials) list.push(trial);
  return list;
}
