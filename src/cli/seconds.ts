import type { CaptureFacts } from "../capture/index.js";
import { formatSeconds } from "../dissect/time.js";
import { Decimal } from "./format.js";

/** Nanoseconds, and what is to be added to them, as seconds with that many decimals. */
export function secondsCell(time: number, decimals: number, rest = 0): Decimal {
  return new Decimal(formatSeconds(time, decimals, rest));
}

/** Times of a capture as seconds, with as many decimals as its finest interface gives. */
export function secondsIn(facts: CaptureFacts): (time: number) => Decimal {
  const decimals = facts.interfaces.reduce((most, one) => Math.max(most, one.decimals), 0);
  return (time) => secondsCell(time, decimals);
}
