import { cut, visibleLine } from "../../display/index.js";

/** Longest text of a packet in a sentence: a hostile header can be of 64 KiB. */
const LONGEST = 100;

/** What a packet says, on one line and short enough for a sentence. */
export function shortened(text: string): string {
  return cut(visibleLine(text.slice(0, 4 * LONGEST)), LONGEST);
}
