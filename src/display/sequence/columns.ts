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
const ALL_GAPS = 680;

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
  const least = actors.slice(1).map((_, i) => Math.max(LEAST_GAP, (heads[i]! + heads[i + 1]!) / 2 + 20));
  const gaps = [...least];
  const widen = (from: string, to: string, pixels: number) => {
    const [left, right] = [index.get(from)!, index.get(to)!].sort((a, b) => a - b) as [number, number];
    const lacking = pixels + LABEL_ROOM - sum(gaps.slice(left, right));
    for (let i = left; i < right && lacking > 0; i++) {
      gaps[i] = Math.max(gaps[i]!, Math.min(WIDEST_GAP, gaps[i]! + lacking / (right - left)));
    }
  };
  for (const { from, to, label, kind } of messages) {
    widen(from, to, pixelWidth(label, LABEL_SIZE, kind === "response" ? undefined : "bold"));
  }
  for (const { from, to, label, detail = "" } of bands) {
    widen(from, to, Math.max(pixelWidth(label, LABEL_SIZE, "bold"), pixelWidth(detail, ADDRESS_SIZE)));
  }
  const part = Math.min(1, Math.max(0, ALL_GAPS - sum(least)) / Math.max(1, sum(gaps) - sum(least)));
  gaps.forEach((gap, i) => {
    gaps[i] = Math.round(least[i]! + (gap - least[i]!) * part);
  });
  const at: number[] = [];
  for (let i = 0; i < actors.length; i++) {
    at.push(i === 0 ? TIME_RIGHT + 24 + heads[0]! / 2 : at[i - 1]! + gaps[i - 1]!);
  }
  const right = at[at.length - 1] ?? TIME_RIGHT;
  return { actors, index, at, width: Math.ceil(right + (heads[heads.length - 1] ?? 0) / 2 + 24) };
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

const WIDEST_HEAD = 240;

/** The width of the box in which an actor's name and address stand. */
export function headWidth({ label, address }: Actor): number {
  const text = Math.max(pixelWidth(label, LABEL_SIZE, "bold"), pixelWidth(address, ADDRESS_SIZE, "mono"));
  return Math.min(WIDEST_HEAD, Math.max(90, text + 24));
}
