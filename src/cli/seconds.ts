import type { CaptureFacts } from "../capture/index.js";
import { formatSeconds } from "../dissect/time.js";

/** Times of a capture as seconds, with as many decimals as its finest interface gives. */
export function secondsIn(facts: CaptureFacts): (time: number) => string {
  const decimals = Math.max(0, ...facts.interfaces.map((one) => one.decimals));
  return (time) => formatSeconds(time, decimals);
}
