import { pixelWidth } from "../width.js";
import type { Actor, SequenceOptions } from "./model.js";

/** Where the actors' life lines stand, in pixels. */
export interface Columns {
  actors: Actor[];
  /** From an actor's id to its column. */
  index: Map<string, number>;
  at: number[];
  width: number;
}

/** Right ends of the two columns of numbers on the left. */
export const FRAME_RIGHT = 58;
export const TIME_RIGHT = 146;
export const LABEL_SIZE = 12;
export const ADDRESS_SIZE = 11;
/** Room that a label leaves to its arrow's ends. */
export const LABEL_ROOM = 36;

const LEAST_GAP = 170;
const WIDEST_GAP = 330;
/** Of all gaps together, so that the plot fits beside a notebook's margins. */
const ALL_GAPS = 600;

/** Columns far enough from each other for what stands between them. */
export function columnsOf({ actors: given, messages, bands = [] }: SequenceOptions): Columns {
  const actors = [...given];
  const index = new Map(actors.map(({ id }, i) => [id, i]));
  for (const { from, to } of [...messages, ...bands]) {
    for (const id of [from, to]) {
      if (index.has(id)) continue;
      index.set(id, actors.length);
      actors.push({ id, label: id, address: "" });
    }
  }
  const heads = actors.map(headWidth);
  const gaps = actors.slice(1).map((_, i) => Math.max(LEAST_GAP, (heads[i]! + heads[i + 1]!) / 2 + 20));
  const widest = Math.max(LEAST_GAP, Math.min(WIDEST_GAP, ALL_GAPS / gaps.length));
  const widen = (from: string, to: string, pixels: number) => {
    const [left, right] = [index.get(from)!, index.get(to)!].sort((a, b) => a - b) as [number, number];
    const between = gaps.slice(left, right);
    const lacking = pixels - between.reduce((sum, gap) => sum + gap, 0);
    for (let i = left; i < right && lacking > 0; i++) {
      gaps[i] = Math.max(gaps[i]!, Math.min(widest, gaps[i]! + lacking / between.length));
    }
  };
  for (const { from, to, label } of messages)
    widen(from, to, pixelWidth(label, LABEL_SIZE, "bold") + LABEL_ROOM);
  for (const { from, to, label, detail = "" } of bands) {
    widen(
      from,
      to,
      Math.max(pixelWidth(label, LABEL_SIZE, "bold"), pixelWidth(detail, ADDRESS_SIZE)) + LABEL_ROOM,
    );
  }
  const at: number[] = [];
  for (let i = 0; i < actors.length; i++) {
    at.push(i === 0 ? TIME_RIGHT + 24 + heads[0]! / 2 : at[i - 1]! + gaps[i - 1]!);
  }
  const right = at[at.length - 1] ?? TIME_RIGHT;
  return { actors, index, at, width: Math.ceil(right + (heads[heads.length - 1] ?? 0) / 2 + 24) };
}

const WIDEST_HEAD = 240;

/** The width of the box in which an actor's name and address stand. */
export function headWidth({ label, address }: Actor): number {
  const text = Math.max(pixelWidth(label, LABEL_SIZE, "bold"), pixelWidth(address, ADDRESS_SIZE, "mono"));
  return Math.min(WIDEST_HEAD, Math.max(90, text + 24));
}
