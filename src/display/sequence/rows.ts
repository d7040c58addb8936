import type { Columns } from "./columns.js";
import type { SequenceBand, SequenceMessage, SequenceOptions } from "./model.js";

/** What takes a place of its own on the way down; `y` is its lower edge, in pixels. */
export type Row =
  | { row: "message"; y: number; time: number; message: SequenceMessage; index: number }
  | BandRow
  | { row: "phase"; y: number; time: number; phase: string };

export interface BandRow {
  row: "band";
  y: number;
  time: number;
  band: SequenceBand;
  bottom: number;
  /** False for those beside another one. */
  first: boolean;
}

export const HEIGHTS = { message: 36, band: 46, phase: 34 } as const;
/** Height of the whole lapse, when pauses are drawn to the scale of time. */
const LONGEST_PAUSE = 900;

/** The rows in the order of time, below each other from `top`; gives also where they end. */
export function rowsOf(
  options: SequenceOptions,
  columns: Columns,
  top: number,
): { rows: Row[]; bottom: number } {
  const rows = inOrder(options);
  const first = rows[0]?.time ?? 0;
  const span = (rows[rows.length - 1]?.time ?? 0) - first;
  let y = top;
  let before = first;
  let beside: SequenceBand[] = [];
  for (const row of rows) {
    if (row.row === "band" && beside.length > 0 && beside.every((band) => apart(row.band, band, columns))) {
      row.first = false;
    } else {
      const pause = options.scale === "time" && span > 0 ? ((row.time - before) / span) * LONGEST_PAUSE : 0;
      y += Math.max(HEIGHTS[row.row], pause);
      before = row.time;
      beside = [];
    }
    if (row.row === "band") beside.push(row.band);
    row.y = y;
  }
  endBands(rows, y);
  return { rows, bottom: y };
}

function inOrder({ messages, bands = [] }: SequenceOptions): Row[] {
  const rows: Row[] = [];
  let phase: string | undefined;
  const sorted = messages
    .map((message, index) => ({ message, index }))
    .sort((a, b) => a.message.time - b.message.time);
  const waiting = [...bands].sort((a, b) => a.start - b.start);
  const startBands = (until: number) => {
    while (waiting.length > 0 && waiting[0]!.start <= until) {
      const band = waiting.shift()!;
      rows.push({ row: "band", y: 0, time: band.start, band, bottom: 0, first: true });
    }
  };
  for (const { message, index } of sorted) {
    startBands(message.time);
    if (message.phase !== undefined && message.phase !== phase) {
      phase = message.phase;
      rows.push({ row: "phase", y: 0, time: message.time, phase });
    }
    rows.push({ row: "message", y: 0, time: message.time, message, index });
  }
  startBands(Number.POSITIVE_INFINITY);
  return rows;
}

/** Whether two bands stand beside each other, so that one row holds both. */
function apart(a: SequenceBand, b: SequenceBand, { index }: Columns): boolean {
  const [left, right] = [a, b].map(({ from, to }) =>
    [index.get(from)!, index.get(to)!].sort((x, y) => x - y),
  );
  return left![1]! <= right![0]! || right![1]! <= left![0]!;
}

/** A band reaches down to the last row before it stops. */
function endBands(rows: readonly Row[], bottom: number): void {
  rows.forEach((row) => {
    if (row.row !== "band") return;
    const after = rows.find(({ y, time }) => y > row.y && time > row.band.stop);
    row.bottom = Math.max(row.y, after === undefined ? bottom : after.y - HEIGHTS[after.row]);
  });
}
