import type { MimeBundle } from "../bundle.js";
import type { Chart, Mark } from "../chart/model.js";
import { CYCLE } from "../chart/palette.js";
import { envelope } from "../chart/reduce.js";
import { chartBundle } from "../chart/show.js";
import { sparkline } from "../chart/sparkline.js";
import { labelled } from "../labelled.js";
import { messages } from "../messages.js";
import { duration, number } from "../numbers.js";
import { visibleLine } from "../visible.js";

/** Sound of one speaker. */
export interface Channel {
  label: string;
  /** 16 bits a sample, or −1 to 1 in a `Float32Array`. */
  samples: Int16Array | Float32Array;
}

export interface WaveformOptions {
  title?: string;
  channels: readonly Channel[];
  /** Samples a second. */
  rate: number;
}

/** Stretches of a waveform: about one a pixel. */
const STRETCHES = 900;

/** The lowest and the highest sample of each stretch, each speaker in a lane of its own. */
export function waveform({ title = messages().waveform, channels, rate }: WaveformOptions): MimeBundle {
  const say = messages();
  const longest = channels.reduce((most, { samples }) => Math.max(most, samples.length), 0);
  const seconds = longest / rate || 0;
  const marks = channels.map((channel, lane): Mark => {
    const { x, low, high } = laneOf(channel, -2.2 * lane, rate);
    return {
      mark: "area",
      x,
      low,
      high,
      colour: CYCLE[lane % CYCLE.length]!,
      hover: { template: "%{x:.2f} s" },
    };
  });
  const summary = say.waveformSummary(duration(seconds), number(rate), number(longest), channels.length);
  const chart: Chart = {
    title,
    description: labelled(title, summary),
    caption: summary,
    width: 860,
    height: 90 + 100 * Math.max(1, channels.length),
    x: { label: say.timeAxis, min: 0, max: seconds || 1 },
    y: {
      min: -1.1 - 2.2 * (Math.max(1, channels.length) - 1),
      max: 1.1,
      fixed: true,
      grid: false,
      ticks: channels.map(({ label }, lane) => ({ value: -2.2 * lane, label })),
    },
    marks,
  };
  const lines = channels.map(
    ({ label, samples }) => `${visibleLine(label)}  ${sparkline(envelope(samples, 60).high)}`,
  );
  return chartBundle(chart, [labelled(visibleLine(title), summary), ...lines].join("\n"));
}

function laneOf({ samples }: Channel, middle: number, rate: number) {
  const { starts, low, high } = envelope(samples, STRETCHES);
  const full = samples instanceof Int16Array ? 32768 : 1;
  return {
    x: starts.map((start) => start / rate),
    low: low.map((value) => middle + value / full),
    high: high.map((value) => middle + value / full),
  };
}
