import type { CaptureFacts } from "../capture/index.js";
import { Seconds } from "./cell.js";

/** Times of a capture as seconds, with as many decimals as its finest interface gives. */
export function secondsIn(facts: CaptureFacts): (time: number) => Seconds {
  const decimals = facts.interfaces.reduce((most, one) => Math.max(most, one.decimals), 0);
  return (time) => new Seconds(time, decimals);
}
