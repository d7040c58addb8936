import type { MimeBundle } from "../bundle.js";
import type { Chart, Mark } from "../chart/model.js";
import { CYCLE } from "../chart/palette.js";
import { chartBundle } from "../chart/show.js";
import { messages } from "../messages.js";
import { clock, duration } from "../numbers.js";
import { visibleLine } from "../visible.js";

/** When a speaker spoke. */
export interface Speaker {
  label: string;
  /** Seconds from the conversation's start. */
  talks: readonly { start: number; stop: number }[];
}

export interface ActivityOptions {
  title?: string;
  speakers: readonly Speaker[];
  /** Of the conversation. */
  seconds: number;
}

const MOST_TALKS = 400;

/** Who spoke when: a lane a speaker. */
export function activity({ title = messages().activity, speakers, seconds }: ActivityOptions): MimeBundle {
  const say = messages();
  const spoken = speakers.map(({ talks }) => talks.reduce((sum, { start, stop }) => sum + (stop - start), 0));
  const marks = speakers.map(({ label, talks }, lane): Mark => {
    const boxes = talks.slice(0, MOST_TALKS).map(({ start, stop }) => ({
      x0: start,
      x1: stop,
      y0: -lane - 0.32,
      y1: -lane + 0.32,
      hover: [label, say.fromTo(clock(start, 2), clock(stop, 2)), duration(stop - start)],
    }));
    return { mark: "boxes", boxes, colour: CYCLE[lane % CYCLE.length]!, opacity: 0.85 };
  });
  const shares = speakers.map(({ label }, lane) =>
    say.spoke(label, duration(spoken[lane]!), Math.round((100 * spoken[lane]!) / (seconds || 1))),
  );
  const lanes = Math.max(1, speakers.length);
  const chart: Chart = {
    title,
    description: `${title}: ${shares.join(", ")}`,
    caption: shares.join(" · "),
    width: 860,
    height: 92 + 44 * lanes,
    x: { label: say.timeAxis, min: 0, max: seconds || 1 },
    y: {
      min: -lanes + 0.4,
      max: 0.6,
      fixed: true,
      grid: false,
      ticks: speakers.map(({ label }, lane) => ({ value: -lane, label })),
    },
    marks,
  };
  return chartBundle(
    chart,
    [visibleLine(title), ...shares.map((share) => `  ${visibleLine(share)}`)].join("\n"),
  );
}
