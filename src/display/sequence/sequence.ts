import { alignedLines } from "../aligned.js";
import type { MimeBundle } from "../bundle.js";
import { chartBundle } from "../chart/show.js";
import { labelled } from "../labelled.js";
import { messages as say } from "../messages.js";
import { clock, duration } from "../numbers.js";
import { cut, visibleLine } from "../visible.js";
import { sequenceChart } from "./chart.js";
import type { SequenceOptions } from "./model.js";

/** More messages than these are no longer a picture. */
const MOST_MESSAGES = 300;
const MOST_BANDS = 60;

/** Messages between actors as arrows, time downwards (Wireshark's flow graph). */
export function sequence(options: SequenceOptions): MimeBundle {
  const given = options.messages.length;
  const shown = {
    ...options,
    messages: options.messages.slice(0, MOST_MESSAGES),
    bands: (options.bands ?? []).slice(0, MOST_BANDS),
  };
  const left = given - shown.messages.length;
  const counted = say().sequenceCount(given, options.actors.length, duration(lapse(options)));
  const caption = left > 0 ? `${counted} ${say().more(left)}` : counted;
  const title = options.title ?? say().sequence;
  const text = [labelled(visibleLine(title), caption), "", ...ladder(shown, options.decimals)].join("\n");
  return chartBundle(sequenceChart(shown, caption), text);
}

function lapse({ messages }: SequenceOptions): number {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time } of messages) {
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return messages.length === 0 ? 0 : last - first;
}

/** A line a message or band, in order of time. */
function ladder({ actors, messages, bands = [] }: SequenceOptions, decimals?: number): string[] {
  const names = new Map(actors.map(({ id, label }) => [id, label]));
  const name = (id: string) => cut(visibleLine(names.get(id) ?? id), 30);
  const marks = { request: "──▶", response: "╌╌▶", retransmission: "··▶" } as const;
  const lines = [
    ...messages.map(({ frame, time, from, to, label, kind }) => ({
      time,
      cells: [
        String(frame),
        clock(time, decimals),
        name(from),
        marks[kind],
        name(to),
        cut(visibleLine(label), 60),
      ],
    })),
    ...bands.map(({ from, to, start, label, detail = "" }) => ({
      time: start,
      cells: [
        "",
        clock(start, decimals),
        name(from),
        "◀═▶",
        name(to),
        cut(visibleLine(`${label}  ${detail}`), 90),
      ],
    })),
  ].sort((a, b) => a.time - b.time);
  const head = [say().frame, say().timeAxis, "", "", "", ""];
  return alignedLines(
    [head, ...lines.map(({ cells }) => cells)],
    ["right", "right", "left", "left", "left", "left"],
  );
}
