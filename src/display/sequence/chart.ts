import type { Chart, Mark, SeriesColour, TextMark } from "../chart/model.js";
import { CYCLE } from "../chart/palette.js";
import { labelled } from "../labelled.js";
import { messages as say } from "../messages.js";
import { clock } from "../numbers.js";
import { firstLines, visibleLine } from "../visible.js";
import { cutPixels } from "../width.js";
import {
  ADDRESS_SIZE,
  type Columns,
  columnsOf,
  FRAME_RIGHT,
  headWidth,
  LABEL_ROOM,
  LABEL_SIZE,
  TIME_RIGHT,
} from "./columns.js";
import type { SequenceMessage, SequenceOptions } from "./model.js";
import { type BandRow, HEIGHTS, type Row, rowsOf } from "./rows.js";

const HEADS_TOP = 36;
const HEAD_HEIGHT = 44;
/** Above so many pixels of rows the actors are named once more below. */
const NAMED_AGAIN = 700;

/** The sequence plot; its axes count pixels, so that nothing in it moves when it is drawn again. */
export function sequenceChart(options: SequenceOptions, caption: string): Chart {
  const columns = columnsOf(options);
  const top = HEADS_TOP + HEAD_HEIGHT + 4;
  const { rows, bottom } = rowsOf(options, columns, top);
  const again = bottom - top > NAMED_AGAIN;
  const height = bottom + 18 + (again ? HEAD_HEIGHT + 6 : 0);
  const colours = coloursOf(options.messages);
  const { width } = columns;
  const marks: Mark[] = [
    ...columns.at.map(
      (x): Mark => ({ mark: "rule", x0: x, x1: x, y0: HEADS_TOP + HEAD_HEIGHT, y1: bottom + 12 }),
    ),
    ...rows.flatMap((row) => rowMarks(row, columns, colours, options)),
    ...heads(columns, HEADS_TOP),
    ...(again ? heads(columns, bottom + 12) : []),
    headText(FRAME_RIGHT, say().frame),
    headText(TIME_RIGHT, say().timeAxis),
  ];
  const title = options.title ?? say().sequence;
  return {
    title,
    description: labelled(title, caption),
    caption: `${caption} ${say().sequenceKey}`,
    width,
    height,
    minWidth: Math.round(width * 0.9),
    maxWidth: Math.round(width * 1.4),
    margin: { top: 0, right: 0, bottom: 0, left: 0 },
    x: { min: 0, max: width, ticks: [], grid: false, fixed: true },
    y: { min: 0, max: height, ticks: [], grid: false, fixed: true, reversed: true },
    marks,
  };
}

const headText = (x: number, text: string): TextMark => ({
  mark: "text",
  x,
  y: HEADS_TOP + HEAD_HEIGHT / 2,
  text,
  size: ADDRESS_SIZE,
  align: "right",
  quiet: true,
});

function heads({ actors, at }: Columns, top: number): Mark[] {
  const boxes = actors.map((actor, i) => {
    const half = headWidth(actor) / 2;
    const hover = [actor.label, actor.address];
    return { x0: at[i]! - half, x1: at[i]! + half, y0: top, y1: top + HEAD_HEIGHT, hover };
  });
  const texts = actors.flatMap((actor, i): Mark[] => {
    const room = headWidth(actor) - 16;
    const name = cutPixels(visibleLine(actor.label), room, LABEL_SIZE, "bold");
    const address = cutPixels(visibleLine(actor.address), room, ADDRESS_SIZE, "mono");
    const middle = { mark: "text", x: at[i]!, align: "middle" } as const;
    if (address === "") return [{ ...middle, y: top + HEAD_HEIGHT / 2, text: name, style: "bold" }];
    return [
      { ...middle, y: top + 15, text: name, style: "bold" },
      { ...middle, y: top + 31, text: address, style: "mono", size: ADDRESS_SIZE, quiet: true },
    ];
  });
  return [{ mark: "boxes", boxes, colour: "grey", opacity: 0.14, outline: true }, ...texts];
}

/** A colour a transaction, in order of appearance; a kind, where transactions are not told. */
function coloursOf(messages: readonly SequenceMessage[]): Map<string, SeriesColour> {
  const colours = new Map<string, SeriesColour>();
  for (const message of messages) {
    const key = colourKey(message);
    if (!colours.has(key)) colours.set(key, CYCLE[colours.size % CYCLE.length]!);
  }
  return colours;
}

const colourKey = ({ transaction, kind }: SequenceMessage): string => transaction ?? `kind ${kind}`;

function rowMarks(
  row: Row,
  columns: Columns,
  colours: Map<string, SeriesColour>,
  options: SequenceOptions,
): Mark[] {
  if (row.row === "phase") return phaseMarks(row.phase, row.y, columns);
  if (row.row === "band") return bandMarks(row, columns, options.decimals);
  const { message, y } = row;
  const line = y - 9;
  return [
    number(FRAME_RIGHT, line, String(message.frame)),
    number(TIME_RIGHT, line, clock(message.time, options.decimals)),
    ...arrow(message, line, columns, colours.get(colourKey(message))!),
  ];
}

const number = (x: number, y: number, text: string): TextMark => ({
  mark: "text",
  x,
  y,
  text,
  size: ADDRESS_SIZE,
  style: "mono",
  align: "right",
  quiet: true,
});

function phaseMarks(phase: string, y: number, { width }: Columns): Mark[] {
  const text = cutPixels(visibleLine(phase), width - 40, LABEL_SIZE, "bold");
  return [
    { mark: "rule", x0: 12, x1: width - 12, y0: y - 4, y1: y - 4, dash: "dot" },
    { mark: "text", x: 14, y: y - 14, text, style: "bold", backed: true },
  ];
}

const DETAIL_LINES = 14;
const DETAIL_COLUMNS = 96;

function arrow(message: SequenceMessage, y: number, columns: Columns, colour: SeriesColour): Mark[] {
  const { kind, frame, time, detail = "" } = message;
  const [from, to] = [columns.index.get(message.from)!, columns.index.get(message.to)!];
  const [x0, x1] = [columns.at[from]!, columns.at[to]!];
  const self = from === to;
  const room = self ? (columns.at[from + 1] ?? columns.width) - x0 - 48 : Math.abs(x1 - x0) - LABEL_ROOM / 2;
  const label = `${kind === "retransmission" ? "↻ " : ""}${visibleLine(message.label)}`;
  const points: [number, number][] = self
    ? [
        [x0, y - 14],
        [x0 + 30, y - 14],
        [x0 + 30, y],
        [x0, y],
      ]
    : [
        [x0, y],
        [x1, y],
      ];
  const heading = `${say().frameAt(frame, clock(time))} · ${message.label}`;
  const hover = [heading, ...(detail === "" ? [] : firstLines(detail, DETAIL_LINES, DETAIL_COLUMNS))];
  const dash = kind === "request" ? "solid" : kind === "response" ? "dash" : "dot";
  const style = kind === "response" ? undefined : "bold";
  const text = cutPixels(label, room, LABEL_SIZE, style);
  return [
    { mark: "arrow", points, colour, dash, head: kind === "response" ? "open" : "full", hover },
    {
      mark: "text",
      text,
      style,
      backed: Math.abs(from - to) > 1,
      ...(self ? { x: x0 + 40, y: y - 7, align: "left" } : { x: (x0 + x1) / 2, y: y - 12, align: "middle" }),
    } as TextMark,
  ];
}

function bandMarks({ band, y, bottom, first }: BandRow, columns: Columns, decimals?: number): Mark[] {
  const [from, to] = [columns.index.get(band.from)!, columns.index.get(band.to)!];
  const [x0, x1] = [columns.at[Math.min(from, to)]!, columns.at[Math.max(from, to)]!];
  const top = y - HEIGHTS.band + 4;
  const { label, detail = "", start, stop } = band;
  const hover = [label, detail, say().fromTo(clock(start, decimals), clock(stop, decimals))];
  const room = Math.max(x1 - x0, 60) - 16;
  const middle = { mark: "text", x: (x0 + x1) / 2, align: "middle", backed: false } as const;
  const name = cutPixels(`⇄ ${visibleLine(label)}`, room, LABEL_SIZE, "bold");
  const half = x0 === x1 ? 30 : 0;
  return [
    ...(first ? [number(TIME_RIGHT, top + 12, clock(start, decimals))] : []),
    {
      mark: "boxes",
      colour: "teal",
      opacity: 0.2,
      outline: true,
      boxes: [{ x0: x0 + (half ? -half : 5), x1: x1 + (half ? half : -5), y0: top, y1: bottom - 4, hover }],
    },
    { ...middle, y: top + 13, text: name, style: "bold" },
    { ...middle, y: top + 29, text: cutPixels(visibleLine(detail), room, ADDRESS_SIZE), size: ADDRESS_SIZE },
  ];
}
