import type { Frame } from "../frame.js";

/** A capture's frame of that number; undefined past its last. */
export type FrameAt = (number: number) => Frame | undefined;

/** How far from a frame its answer, its question or what it quotes is looked for. */
const NEAR = 400;

/** The nearest frame in a direction that is wanted; undefined where none is near. */
export function near(
  frame: Frame,
  frameAt: FrameAt,
  direction: 1 | -1,
  wanted: (frame: Frame) => boolean,
): Frame | undefined {
  for (let step = 1; step <= NEAR; step++) {
    const number = frame.number + direction * step;
    const other = number < 1 ? undefined : frameAt(number);
    if (!other) return undefined;
    if (wanted(other)) return other;
  }
  return undefined;
}
