import {
  bufferChart,
  type Displayable,
  jupyterDisplay,
  type LatePoint,
  type MimeBundle,
  table,
} from "../display/index.js";
import type { BufferTrial } from "../voip/stream/index.js";
import { words } from "./messages.js";
import { filled, Rows } from "./rows.js";
import { View } from "./view.js";

/** What jitter buffers of several sizes do to a stream: more delay against more packets lost. */
export class BufferTrials extends Rows<BufferTrial> implements Displayable {
  private points: () => readonly LatePoint[] = () => [];

  /** @param points the packets that they were tried on */
  static on(points: () => readonly LatePoint[], trials: readonly BufferTrial[]): BufferTrials {
    const list = filled(new BufferTrials(), trials);
    list.points = points;
    return list;
  }

  /** How late each packet is, with a slider of the sizes: which of them each can still play. */
  chart(): View {
    return new View(() => bufferChart({ points: this.points(), sizes: this.map(({ buffer }) => buffer) }));
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
