import { messages } from "./messages.js";

/** Frame numbers of a row: none, one, or several. */
export type Frames = number | readonly number[] | undefined;

/** What shows frames: a short label, and the Wireshark display filter that finds them, when it is short enough. */
export interface FrameReference {
  label: string;
  filter: string | undefined;
}

/** Ranges in a display filter: more than these and nobody can read or paste it. */
const MOST_RANGES = 60;

/** Shows frames: `15` and `frame.number == 15`, or `15, 17…20` and `frame.number in {15, 17..20}`. */
export function frameReference(frames: Frames): FrameReference {
  const list = typeof frames === "number" ? [frames] : (frames ?? []);
  if (list.length === 0) return { label: "", filter: undefined };
  if (list.length === 1) return { label: String(list[0]), filter: `frame.number == ${list[0]}` };
  const ranges = rangesOf(list);
  const filter =
    ranges.length > MOST_RANGES
      ? undefined
      : `frame.number in {${ranges.map((range) => written(range, "..")).join(", ")}}`;
  const count = ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const label =
    ranges.length <= 3
      ? ranges.map((range) => written(range, "–")).join(", ")
      : messages().manyFrames(ranges[0]![0], ranges[ranges.length - 1]![1], count);
  return { label, filter };
}

type Range = [from: number, to: number];

function rangesOf(frames: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const frame of [...frames].sort((a, b) => a - b)) {
    const last = ranges[ranges.length - 1];
    if (last && frame <= last[1] + 1) last[1] = Math.max(last[1], frame);
    else ranges.push([frame, frame]);
  }
  return ranges;
}

function written([from, to]: Range, dash: string): string {
  return from === to ? `${from}` : `${from}${dash}${to}`;
}
